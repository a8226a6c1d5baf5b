namespace Wardbook.Accounts.SignIn;

/// <summary>Checking a password is slow on purpose. So few are checked at once that pages are never waited for.</summary>
/// <remarks>Devices on which somebody signed in before have a turn of their own: a flood of guesses does not keep out whoever works here.</remarks>
public sealed class Turns : IDisposable
{
    /// <summary>Of devices that nobody knows, however many of them come.</summary>
    public static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    public const int MostWaiting = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Line strangers = new(AtOnce), known = new(1);

    /// <param name="isKnownDevice">Somebody signed in by this name on this device before.</param>
    /// <returns>Null when too many wait already. Otherwise let go of it.</returns>
    public Task<IDisposable?> Enter(bool isKnownDevice, CancellationToken cancel) => (isKnownDevice ? known : strangers).Enter(cancel);

    public void Dispose()
    {
        strangers.Dispose();
        known.Dispose();
    }

    private sealed class Line(int atOnce) : IDisposable
    {
        private readonly SemaphoreSlim free = new(atOnce);
        private int waiting;

        public async Task<IDisposable?> Enter(CancellationToken cancel)
        {
            if (free.Wait(0, cancel))
            {
                return new Turn(free);
            }

            try
            {
                return Interlocked.Increment(ref waiting) <= MostWaiting && await free.WaitAsync(Patience, cancel) ? new Turn(free) : null;
            }
            finally
            {
                Interlocked.Decrement(ref waiting);
            }
        }

        public void Dispose() => free.Dispose();
    }

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
