using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.Sources.Orders;

/// <summary>The built site is killed, as losing power would, while it runs an import that somebody asked for on a page.</summary>
public sealed class KilledOrderTests
{
    private const int Rows = 600_000;

    [Fact, Trait("Once", "true")]
    public async Task It_is_said_to_be_broken_off_and_run_again_brings_every_row_once()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        await site.GivenSignedIn(Role.Administrator);
        var text = new StringBuilder(TestSite.StreetHeader).Append('\n');
        for (var row = 0; row < Rows; row++)
        {
            text.Append(TestSite.StreetRow(month: $"20{10 + (row % 10)}-{1 + (row % 12):00}")).Append('\n');
        }

        await site.SendImport("crimes", "street.csv", text.ToString());
        var order = (await site.Order()).Id;
        await ImportPagesTests.Start(site, order);

        using (var first = await Serve(site))
        {
            // Half way: it has begun to write.
            await Until(site, one => one is { State: OrderState.Running, Import: not null });
            first.Kill();
            await first.WaitForExitAsync(Cancel);
        }

        Assert.Equal(OrderState.Running, (await site.Order()).State);
        using var second = await Serve(site);
        try
        {
            await Until(site, one => one.State == OrderState.Interrupted);
            Assert.Equal(0, await site.With(db => db.CrimeMonths.CountAsync(month => month.Shown, Cancel)));
            await ImportPagesTests.Start(site, order);
            await Until(site, one => one.State == OrderState.Done);
        }
        finally
        {
            second.Kill();
            await second.WaitForExitAsync(CancellationToken.None);
        }

        var imports = await site.With(db => db.Imports.Where(import => import.Kind == "crimes").ToListAsync(Cancel));
        Assert.Single(imports, import => import.State == ImportState.Shown);
        Assert.DoesNotContain(imports, import => import.State == ImportState.Running);
        Assert.Equal(Rows, await site.With(db => db.CrimeMonths.Where(month => month.Shown).SumAsync(month => month.Rows, Cancel)));
        Assert.Equal(0, await site.With(db => db.CrimeMonths.CountAsync(month => !month.Shown, Cancel)));
        Assert.Equal(order, (await site.Order()).Id);
        var check = await site.Run("check");
        Assert.True(check.ExitCode == 0, check.Messages);
    }

    private static async Task Until(TestSite site, Func<ImportOrder, bool> isSo)
    {
        var since = Stopwatch.StartNew();
        while (await site.Order() is var order && !isSo(order))
        {
            Assert.True(since.Elapsed < TimeSpan.FromMinutes(2) && order.State is not (OrderState.Refused or OrderState.Stopped), $"It is {order.State.InWords()}: {order.Outcome}");
            await Task.Delay(20, Cancel);
        }
    }

    private static async Task<Process> Serve(TestSite site)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "wardbook.dll"), "serve", "--urls", "http://127.0.0.1:0", "--database", site.Connection])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("WARDBOOK_DATABASE");
        start.Environment["WARDBOOK_UPLOADS"] = Path.Combine(site.Folder, "uploads");
        start.Environment["WARDBOOK_MAIL_FOLDER"] = Path.Combine(site.Folder, "letters");
        var program = Process.Start(start)!;
        while (await program.StandardError.ReadLineAsync(Cancel) is { } line)
        {
            if (line.StartsWith("Wardbook serves", StringComparison.Ordinal))
            {
                // What it goes on to say must not fill its pipes.
                _ = program.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                _ = program.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return program;
            }
        }

        throw new InvalidOperationException("The program ended before it served.");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
