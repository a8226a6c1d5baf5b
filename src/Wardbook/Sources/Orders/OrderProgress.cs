namespace Wardbook.Sources.Orders;

/// <summary>How far an ordered import is, for the row that its page shows.</summary>
public sealed class OrderProgress : ImportProgress
{
    private readonly Lock one = new();
    private string step = "";
    private double whole;
    private double done;

    public (string Step, int? Share) Now
    {
        get
        {
            lock (one)
            {
                return (step, whole > 0 ? (int)(Math.Min(1, done / whole) * 100) : null);
            }
        }
    }

    public override void Begin(string step, double whole)
    {
        lock (one)
        {
            (this.step, this.whole, done) = (step, whole, 0);
        }
    }

    public override void Advance(double part)
    {
        lock (one)
        {
            done += part;
        }
    }
}
