using System.IO.Compression;
using System.Text;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>The header of a street file of police.uk.</summary>
    public const string StreetHeader = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";

    /// <summary>Two square wards side by side: E05900001 from 0.00 to 0.01 east, E05900002 from 0.01 to 0.02; both 51.50 to 51.51 north.</summary>
    public async Task GivenTwoWards()
    {
        static string Ward(string code, string name, double west) => FormattableString.Invariant(
            $$$"""{"type":"Feature","properties":{"GSS_CODE":"{{{code}}}","NAME":"{{{name}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{west}}},51.5],[{{{west + 0.01}}},51.5],[{{{west + 0.01}}},51.51],[{{{west}}},51.51],[{{{west}}},51.5]]]}}""");
        var file = File("wards.geojson", $$"""{"type":"FeatureCollection","features":[{{Ward("E05900001", "West", 0)}},{{Ward("E05900002", "East", 0.01)}}]}""");
        var ran = await Run("import", "boundaries", file, "--kind", "ward", "--from", "2010-05-06", "--force", "metropolitan");
        Assert.True(ran.ExitCode == 0, ran.Messages);
    }

    /// <summary>A row of a street file in West, in April 2013, unless said otherwise.</summary>
    public static string StreetRow(
        string id = "", string month = "2013-04", string east = "0.005", string north = "51.505", string type = "Burglary", string outcome = "Under investigation",
        string force = "Metropolitan Police Service", string lsoa = "E01000001", string street = "On or near High Street") =>
        $"{id},{month},{force},{force},{east},{north},{street},{lsoa},City of London 001A,{type},{outcome},";

    /// <summary>A street file with these rows under its header.</summary>
    public string StreetFile(string name, params string[] rows) => File(name, string.Join('\n', rows.Prepend(StreetHeader)) + "\n");

    public async Task<Ran> ImportCrimes(string path, params string[] more) => await Run(["import", "crimes", path, .. more]);

    /// <summary>The lines of a report of crimes by ward and month, without the header.</summary>
    public async Task<string[]> WardMonths(string first = "2000-01", string last = "2026-06", params string[] more)
    {
        var ran = await Run(["report", "crimes", "--by", "ward,month", "--first", first, "--last", last, .. more]);
        Assert.True(ran.ExitCode == 0, ran.Messages);
        return [.. ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }

    /// <summary>A zip of the test's own.</summary>
    public string Zip(string name, params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(Folder, name);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var stream = zip.CreateEntry(entry).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }

    public string GZip(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        using var packed = new GZipStream(System.IO.File.Create(path), CompressionLevel.Fastest);
        packed.Write(content);
        return path;
    }
}
