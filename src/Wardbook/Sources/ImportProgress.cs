using System.Diagnostics;
using Spectre.Console;

namespace Wardbook.Sources;

/// <summary>Tells a person how far an import is: a bar on a terminal, a plain line every few seconds elsewhere.</summary>
public abstract class ImportProgress
{
    /// <summary>Says nothing.</summary>
    public static ImportProgress Silent { get; } = new Nobody();

    /// <summary>A step has begun. <paramref name="whole"/> counts what it has to do, in any unit; 0 when that is not known.</summary>
    public abstract void Begin(string step, double whole);

    /// <summary>That much more of the step is done. May be called from several threads.</summary>
    public abstract void Advance(double part);

    private static readonly AsyncLocal<ImportProgress?> Present = new();

    /// <summary>Who is told instead of a console, for what runs inside a page's order.</summary>
    internal static ImportProgress? Here => Present.Value;

    /// <summary>The import that began; <see langword="null"/> before.</summary>
    public Guid? Import { get; internal set; }

    /// <summary>Is told, instead of any console, until what is returned is disposed of.</summary>
    public IDisposable Enter()
    {
        Present.Value = this;
        return new Leaving();
    }

    /// <summary>Runs the work with progress shown on this console.</summary>
    public static async Task<T> Show<T>(IAnsiConsole console, Func<ImportProgress, Task<T>> work)
    {
        if (Here is { } told)
        {
            return await work(told);
        }

        if (!console.Profile.Capabilities.Interactive)
        {
            return await work(new Lines(console));
        }

        return await console.Progress().AutoClear(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(bars => work(new Bars(bars)));
    }

    private sealed class Leaving : IDisposable
    {
        public void Dispose() => Present.Value = null;
    }

    private sealed class Nobody : ImportProgress
    {
        public override void Begin(string step, double whole)
        {
        }

        public override void Advance(double part)
        {
        }
    }

    private sealed class Bars(ProgressContext bars) : ImportProgress
    {
        private ProgressTask? bar;

        public override void Begin(string step, double whole)
        {
            Finish();
            bar = bars.AddTask(Markup.Escape(step), maxValue: whole > 0 ? whole : 1);
            bar.IsIndeterminate = whole <= 0;
        }

        public override void Advance(double part) => bar?.Increment(part);

        private void Finish()
        {
            if (bar is not null)
            {
                bar.Value = bar.MaxValue;
                bar.StopTask();
            }
        }
    }

    private sealed class Lines(IAnsiConsole console) : ImportProgress
    {
        private readonly Lock one = new();
        private readonly Stopwatch since = Stopwatch.StartNew();
        private string step = "";
        private double whole;
        private double done;

        public override void Begin(string step, double whole)
        {
            lock (one)
            {
                (this.step, this.whole, done) = (step, whole, 0);
                since.Restart();
                console.WriteLine(step);
            }
        }

        public override void Advance(double part)
        {
            lock (one)
            {
                done += part;
                if (since.Elapsed >= TimeSpan.FromSeconds(3) && whole > 0)
                {
                    since.Restart();
                    console.WriteLine($"{step}: {Math.Min(1, done / whole):P0}");
                }
            }
        }
    }
}
