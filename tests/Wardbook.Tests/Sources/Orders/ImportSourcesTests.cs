using System.IO.Compression;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.Sources.Orders;

/// <summary>Where what is imported comes from: the server's own folder, chosen from a list, and workbooks that are sent.</summary>
public sealed class ImportSourcesTests
{
    [Fact]
    public async Task What_lies_in_the_folder_for_imports_is_chosen_from_a_list()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "downloads", "2013-04"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "downloads", "lookup.csv"), "LSOA21CD,WD24CD\nE01000001,E05000001\n", Cancel);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".hidden"), "secret", Cancel);
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "elsewhere"), "/etc");
            await using var site = await TestSite.Start(variables: [("WARDBOOK_IMPORT_FOLDER", folder.FullName)]);
            await site.GivenSignedIn(Role.Administrator);

            var form = await site.Get(Urls.NewImport("lookups"));
            var check = await site.SendForm(Urls.NewImport("lookups"), "", null, ("OnServer", "downloads/lookup.csv"));

            var list = form.QuerySelector<IHtmlSelectElement>("select[name=OnServer]")!;
            Assert.Equal(["", "downloads", "downloads/2013-04", "downloads/lookup.csv"], list.Options.Select(option => option.Value));
            Assert.Equal("downloads/2013-04 (folder)", list.Options[2].Text);
            Assert.Equal("Check before loading", check.Text("h1"));
            Assert.Contains("on the server: downloads/lookup.csv", check.Text("main"), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_workbook_of_profiles_is_sent_and_loaded()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);

        await site.SendForm(Urls.NewImport("profiles"), "ward-profiles.xlsx", Workbook(["Ward name", "New code", "Population - 2015"], ["One", "E05000001", "8100"], ["Two", "E05000002", "9250"]), ("--publisher", "Greater London Authority"));
        await ImportPagesTests.Start(site, (await site.Order()).Id);
        await site.Wake("imports");

        var order = await site.Order();
        Assert.True(order.State == OrderState.Done, order.Outcome);
        Assert.Equal(["E05000001 2015 8100", "E05000002 2015 9250"], (await site.With(db => db.Populations.ToListAsync(Cancel))).Select(row => $"{row.Code} {row.Year} {row.Residents}").Order());
    }

    /// <summary>A workbook of a publisher: lancashire-ward-population.xlsx, 284 wards with their populations (data/README.md).</summary>
    [Fact]
    public async Task A_real_workbook_is_sent_and_loaded()
    {
        var file = RealData.Path("profiles/lancashire-ward-population.xlsx");
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);

        await site.SendForm(Urls.NewImport("profiles"), "lancashire-ward-population.xlsx", await File.ReadAllBytesAsync(file, Cancel), ("--year", "2020"));
        await ImportPagesTests.Start(site, (await site.Order()).Id);
        await site.Wake("imports");

        var order = await site.Order();
        Assert.True(order.State == OrderState.Done, order.Outcome);
        Assert.True(await site.With(db => db.Populations.CountAsync(Cancel)) + await site.With(db => db.ProfileFigures.CountAsync(Cancel)) >= 284, order.Outcome);
    }

    [Fact]
    public async Task A_workbook_that_is_none_is_refused_in_words()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);

        await site.SendForm(Urls.NewImport("profiles"), "ward-profiles.xlsx", "Not a workbook at all"u8.ToArray());
        await ImportPagesTests.Start(site, (await site.Order()).Id);
        await site.Wake("imports");

        var order = await site.Order();
        Assert.Equal(OrderState.Refused, order.State);
        Assert.Contains("ward-profiles.xlsx", order.Outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("fault in the program", order.Outcome, StringComparison.Ordinal);
    }

    /// <summary>The least that a spreadsheet program writes (ECMA-376): one sheet with its texts in place.</summary>
    private static byte[] Workbook(params string[][] rows)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
            }

            Part("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Part("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            var cells = rows.Select((row, down) => $"<row r=\"{down + 1}\">{string.Concat(row.Select((text, across) => $"<c r=\"{(char)('A' + across)}{down + 1}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>");
            Part("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{string.Concat(cells)}</sheetData></worksheet>""");
        }

        return stream.ToArray();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
