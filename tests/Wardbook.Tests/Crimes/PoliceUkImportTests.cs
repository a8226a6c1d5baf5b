using System.Text;
using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;

namespace Wardbook;

/// <summary>What data.police.uk publishes: street files, outcomes, stop and search, in whatever container.</summary>
public sealed class PoliceUkImportTests
{
    private static readonly string Id = new('a', 64);

    [Fact]
    public async Task Every_row_is_one_record_also_when_it_repeats_an_id_or_equals_another()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        var file = site.StreetFile("2013-04-metropolitan-street.csv",
            TestSite.StreetRow(Id), TestSite.StreetRow(Id, outcome: "Suspect charged"),
            TestSite.StreetRow(type: "Anti-social behaviour"), TestSite.StreetRow(type: "Anti-social behaviour"),
            TestSite.StreetRow(east: "0.015"), TestSite.StreetRow(east: "5"), TestSite.StreetRow(east: "", north: "", lsoa: "", street: "No Location"));

        var ran = await site.ImportCrimes(file);

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(["E05900001,2013-04,4", "E05900002,2013-04,1"], await site.WardMonths());
        Assert.Equal(["E05900001,2013-04,2", "E05900002,2013-04,1"], await site.WardMonths(more: "--distinct"));
        var month = await site.With(db => db.CrimeMonths.SingleAsync());
        Assert.Equal((7, 1, 1, 1), (month.Rows, month.WithoutPoint, month.RepeatedIds, month.IdenticalRows));
        var given = await site.With(db => db.CrimeAssignments.SingleAsync());
        Assert.Equal((5, 0, 0, 1, 1), (given.ByPoint, given.ByLsoa, given.ByWard, given.Outside, given.Unplaced));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        var file = site.StreetFile("a.csv", TestSite.StreetRow(Id), TestSite.StreetRow(month: "2013-05"));
        await site.ImportCrimes(file);

        var again = await site.ImportCrimes(file);

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("2 months were there already, just so", again.Messages, StringComparison.Ordinal);
        Assert.Equal(2, await site.With(db => db.CrimeMonths.CountAsync()));
        Assert.Equal(["E05900001,2013-04,1", "E05900001,2013-05,1"], await site.WardMonths());
    }

    [Fact]
    public async Task A_later_edition_replaces_the_month_keeps_the_old_and_says_what_changed()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        var (two, three, four) = (new string('b', 64), new string('c', 64), new string('d', 64));
        await site.ImportCrimes(site.StreetFile("a.csv", TestSite.StreetRow(Id), TestSite.StreetRow(two), TestSite.StreetRow(three)));

        var ran = await site.ImportCrimes(site.StreetFile("b.csv",
            TestSite.StreetRow(four), TestSite.StreetRow(two, east: "0.015"), TestSite.StreetRow(Id, outcome: "Suspect charged")));

        Assert.Contains("2013-04: revision 2: 1 added, 1 gone, 1 moved, 1 with another outcome, 0 otherwise changed.", ran.Messages, StringComparison.Ordinal);
        Assert.Equal(["E05900001,2013-04,2", "E05900002,2013-04,1"], await site.WardMonths());
        Assert.Equal([(1, false), (2, true)], await site.With(async db =>
            (await db.CrimeMonths.OrderBy(month => month.Revision).ToListAsync()).Select(month => (month.Revision, month.Shown)).ToArray()));
    }

    [Fact]
    public async Task An_older_edition_is_left_out_unless_it_is_asked_for()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        var old = site.StreetFile("old.csv", TestSite.StreetRow(Id));
        await site.ImportCrimes(old);
        await site.ImportCrimes(site.StreetFile("new.csv", TestSite.StreetRow(Id), TestSite.StreetRow()));

        var left = await site.ImportCrimes(old);
        Assert.Contains("it equals revision 1, which revision 2 replaced", left.Messages, StringComparison.Ordinal);
        Assert.Equal(["E05900001,2013-04,2"], await site.WardMonths());

        await site.ImportCrimes(old, "--newest");
        Assert.Equal(["E05900001,2013-04,1"], await site.WardMonths());
    }

    [Fact]
    public async Task An_edition_published_earlier_than_the_one_shown_is_left_out()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        await site.ImportCrimes(site.StreetFile("new.csv", TestSite.StreetRow(Id), TestSite.StreetRow()), "--published", "2014-05-01");

        var ran = await site.ImportCrimes(site.StreetFile("old.csv", TestSite.StreetRow(Id)), "--published", "2013-06-01");

        Assert.Contains("it was published earlier", ran.Messages, StringComparison.Ordinal);
        Assert.Equal(["E05900001,2013-04,2"], await site.WardMonths());
    }

    [Fact]
    public async Task One_file_may_hold_several_forces_and_months()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        await site.ImportCrimes(site.StreetFile("all.csv",
            TestSite.StreetRow(), TestSite.StreetRow(force: "City of London Police"), TestSite.StreetRow(month: "2013-05"), TestSite.StreetRow(force: "British Transport Police", month: "2013-05")));

        Assert.Equal(["btp 2013-05", "city-of-london 2013-04", "metropolitan 2013-04", "metropolitan 2013-05"], await site.With(async db =>
            (await db.CrimeMonths.ToListAsync()).Select(month => $"{month.Force} {month.Month}").Order(StringComparer.Ordinal).ToArray()));
        Assert.Equal(["E05900001,2013-04,2", "E05900001,2013-05,2"], await site.WardMonths());
    }

    [Fact]
    public async Task Folders_archives_and_packed_files_are_read_however_deep_they_lie()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        var deep = Directory.CreateDirectory(Path.Combine(site.Folder, "in", "2013", "deep")).FullName;
        File.Move(site.StreetFile("a.csv", TestSite.StreetRow()), Path.Combine(deep, "a.csv"));
        File.Move(site.GZip("b.csv.gz", Encoding.UTF8.GetBytes(TestSite.StreetHeader + "\n" + TestSite.StreetRow(month: "2013-05"))), Path.Combine(deep, "b.csv.gz"));
        File.Move(site.Zip("c.zip", ("2013-06/street.csv", TestSite.StreetHeader + "\n" + TestSite.StreetRow(month: "2013-06")), ("notes.pdf", "nothing")), Path.Combine(site.Folder, "in", "c.zip"));

        var ran = await site.ImportCrimes(Path.Combine(site.Folder, "in"));

        Assert.True(ran.ExitCode == 0, ran.Messages);
        Assert.Equal(["E05900001,2013-04,1", "E05900001,2013-05,1", "E05900001,2013-06,1"], await site.WardMonths());
    }

    [Theory]
    [InlineData("crlf")]
    [InlineData("mark")]
    [InlineData("two marks")]
    [InlineData("tabs")]
    [InlineData("semicolons")]
    [InlineData("utf-16")]
    [InlineData("quoted")]
    public async Task Line_ends_marks_and_separators_do_not_matter(string form)
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        var text = TestSite.StreetHeader + "\n" + TestSite.StreetRow() + "\n" + TestSite.StreetRow(east: "0.015") + "\n";
        byte[] bytes = form switch
        {
            "crlf" => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")),
            "mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            "two marks" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            "tabs" => Encoding.UTF8.GetBytes(text.Replace(',', '\t')),
            "semicolons" => Encoding.UTF8.GetBytes(text.Replace(',', ';')),
            "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(',', line.Split(',').Select(field => $"\"{field}\""))))),
        };
        var file = Path.Combine(site.Folder, "a.csv");
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var ran = await site.ImportCrimes(file);

        Assert.True(ran.ExitCode == 0, ran.Messages);
        Assert.Equal(["E05900001,2013-04,1", "E05900002,2013-04,1"], await site.WardMonths());
    }

    [Fact]
    public async Task Letters_of_windows_1252_are_read_as_such()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        var file = Path.Combine(site.Folder, "a.csv");
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes(TestSite.StreetHeader + "\n" + TestSite.StreetRow(street: "On or near Caf\u00e9 Row \u0096 North") + "\n"), TestContext.Current.CancellationToken);

        await site.ImportCrimes(file);

        var places = await site.With(async db => await CrimeColumns.ReadPlaces((await db.CrimeBlocks.SingleAsync()).Places));
        Assert.Equal(["On or near Caf\u00e9 Row \u2013 North"], places.Location);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task A_file_too_big_to_be_held_at_once_is_read_in_parts_with_the_same_result(int most)
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        string[] rows = [.. Enumerable.Range(0, 40).Select(row => TestSite.StreetRow(month: $"2013-{(row % 5) + 1:00}", east: row % 3 == 0 ? "0.015" : "0.005"))];
        var file = site.StreetFile("big.csv", rows);

        await using var run = await ImportCrimesIn(site, file, most);

        Assert.Equal((Sources.ImportState.Shown, 40L, 40L), (run.Record.State, run.Record.RowsRead, run.Record.RowsKept));
        Assert.Equal(
            Enumerable.Range(0, 40).GroupBy(row => $"E0590000{(row % 3 == 0 ? 2 : 1)},2013-{(row % 5) + 1:00}").Select(group => $"{group.Key},{group.Count()}").Order(StringComparer.Ordinal),
            await site.WardMonths());
    }

    private static Task<Sources.ImportRun> ImportCrimesIn(TestSite site, string file, int most) =>
        Crimes.Imports.ImportCrimes.Run(site.Database, site.Clock, file, new() { MostRowsAtOnce = most }, Sources.ImportProgress.Silent, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Two_files_with_the_same_month_are_refused_in_one_import()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        var folder = Directory.CreateDirectory(Path.Combine(site.Folder, "in")).FullName;
        File.Move(site.StreetFile("a.csv", TestSite.StreetRow()), Path.Combine(folder, "a.csv"));
        File.Move(site.StreetFile("b.csv", TestSite.StreetRow(), TestSite.StreetRow()), Path.Combine(folder, "b.csv"));

        var ran = await site.ImportCrimes(folder);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("both hold 2013-04 of police-uk metropolitan", ran.Messages, StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.CrimeMonths.CountAsync()));
    }

    [Fact]
    public async Task A_stop_in_the_last_utc_hour_of_march_belongs_to_april()
    {
        await using var site = await TestSite.Start();
        var file = site.File("2015-04-metropolitan-stop-and-search.csv",
            "Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,Removal of more than just outer clothing\n"
            + "Person search,2015-03-31T23:00:00+00:00,,,,,Male,18-24,,White,Misuse of Drugs Act 1971 (section 23),Controlled drugs,Suspect arrested,,\n"
            + "Person search,2015-12-31T23:59:00+00:00,,,51.5,-0.1,Male,,,,,,,,\n");

        var ran = await site.ImportCrimes(file);

        Assert.True(ran.ExitCode == 0, ran.Messages);
        var months = await site.With(async db => await db.CrimeMonths.OrderBy(month => month.Month).ToListAsync());
        Assert.Equal(["metropolitan 2015-04", "metropolitan 2015-12"], months.Select(month => $"{month.Force} {month.Month}"));
        var kept = await site.With(async db => await TextColumns.Read((await db.CrimeBlocks.SingleAsync(block => block.MonthId == months[0].Id)).Rows));
        Assert.Equal("Controlled drugs", Assert.Single(kept["Object of search"]));
        Assert.Equal(15, kept.Names.Count);
    }

    [Fact]
    public async Task Boundaries_that_come_later_have_the_counts_of_every_month_when_they_are_shown()
    {
        await using var site = await TestSite.Start();
        await site.ImportCrimes(site.StreetFile("a.csv", TestSite.StreetRow(), TestSite.StreetRow(month: "2013-05", east: "0.015")));

        await site.GivenTwoWards();

        Assert.Equal(["E05900001,2013-04,1", "E05900002,2013-05,1"], await site.WardMonths());
    }

    [Fact]
    public async Task A_demonstration_takes_no_real_records()
    {
        await using var site = await TestSite.Start();
        await site.With(async db =>
        {
            db.Settings.Add(new() { Name = Store.Setting.Demonstration, Value = "2026-06-15" });
            await db.SaveChangesAsync();
        });

        var ran = await site.ImportCrimes(site.StreetFile("a.csv", TestSite.StreetRow()));

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("is a demonstration", ran.Messages.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
