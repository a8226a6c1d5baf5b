using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Wardbook.House;

/// <summary>The rules of the house that no compiler knows.</summary>
public sealed partial class HouseTests
{
    /// <summary>Features lean one way. Whoever is not here leans on nobody; everybody may use what is in <see cref="Everybodys"/>.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Sources"] = [],
        ["Places"] = ["Sources"],
        ["Accounts"] = ["Places"],
        ["Teams"] = ["Places", "Sources"],
        ["Crimes"] = ["Places", "Sources"],
        ["Surveys"] = ["Places", "Sources"],
        ["Money"] = ["Places", "Sources"],
        ["Partners"] = ["Places", "Sources"],
        ["Engagement"] = ["Places", "Teams", "Partners"],
        ["Concerns"] = ["Places", "Teams", "Partners", "Engagement"],
        ["Panels"] = ["Places", "Teams", "Concerns", "Partners", "Money"],
        ["Priorities"] = ["Places", "Teams", "Concerns", "Partners", "Money", "Crimes", "Engagement", "Panels"],
        ["Activity"] = ["Places", "Teams", "Concerns", "Partners", "Money", "Crimes", "Engagement", "Panels", "Priorities"],
        ["Equality"] = ["Records"],
        ["Cycle"] = ["Records", "Equality"],
        ["Updates"] = ["Records", "Equality", "Cycle"],
        ["Comparisons"] = ["Records", "Equality", "Cycle", "Updates"],
        ["Meetings"] = ["Records", "Equality", "Cycle", "Updates", "Comparisons"],
        ["Wards"] = ["Records", "Equality", "Cycle", "Updates", "Comparisons", "Meetings"],
        ["Desks"] = ["Records", "Equality", "Cycle", "Updates", "Comparisons", "Meetings", "Wards"],
        ["OpenData"] = ["Records", "Equality", "Cycle", "Updates", "Comparisons", "Meetings", "Wards", "Desks"],
        ["Reports"] = ["Records", "Equality", "Cycle", "Updates", "Comparisons", "Meetings", "Wards", "Desks"],
        ["Demonstration"] = ["Records", "Equality", "Cycle", "Updates", "Comparisons", "Meetings", "Wards", "Desks"],
    };

    /// <summary>What happened, as opposed to what is made of it.</summary>
    private static readonly string[] Records =
        ["Sources", "Places", "Teams", "Crimes", "Surveys", "Money", "Partners", "Engagement", "Concerns", "Panels", "Priorities", "Activity"];

    private static readonly string[] Everybodys = ["Accounts", "Shared", "Store"];

    private static readonly string Program = Path.Combine(RealData.Root, "src", "Wardbook");

    [Fact]
    public void Features_lean_one_way()
    {
        var wrong = Files(Program, "*.cs", "*.cshtml")
            .Select(file => (File: file, Feature: Path.GetRelativePath(Program, file).Split('/')[0]))
            .Where(one => MayUse.ContainsKey(one.Feature))
            .SelectMany(one => Used().Matches(File.ReadAllText(one.File)).Select(used => (one.File, one.Feature, Used: used.Groups[1].Value)))
            .Where(one => MayUse.ContainsKey(one.Used) && one.Used != one.Feature && !Everybodys.Contains(one.Used))
            .Where(one => !MayUse[one.Feature].SelectMany(may => may == "Records" ? Records : [may]).Contains(one.Used))
            .Select(one => $"{Path.GetRelativePath(Program, one.File)} uses {one.Used}")
            .Distinct();

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_the_program_is_a_feature_or_everybodys()
    {
        var folders = Directory.GetDirectories(Program).Select(folder => Path.GetFileName(folder)!).Where(folder => folder is not ("assets" or "wwwroot" or "node_modules" or "obj" or "bin" or "Properties"));

        Assert.All(folders, folder => Assert.True(MayUse.ContainsKey(folder) || Everybodys.Contains(folder), $"{folder} is in no list of the house"));
    }

    [Fact]
    public void No_type_is_called_what_it_could_be_anything()
    {
        string[] banned = ["Helper", "Manager", "Service", "Util", "Utils", "Common", "Base", "Extensions", "Dto", "ViewModel"];
        var ours = new[] { typeof(Cli).Assembly, typeof(Periods.Month).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Wardbook", StringComparison.Ordinal) == true && type.Name[0] != '<');

        Assert.Empty(ours.Where(type => !type.Name.EndsWith("TagHelper", StringComparison.Ordinal) && banned.Any(name => type.Name.EndsWith(name, StringComparison.Ordinal))).Select(type => type.FullName));
    }

    [Fact]
    public void A_read_is_not_called_get_and_nothing_is_processed_handled_or_managed()
    {
        var wrong = Files(Path.Combine(RealData.Root, "src"), "*.cs")
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal))
            .SelectMany(file => Vague().Matches(File.ReadAllText(file)).Select(found => $"{Path.GetFileName(file)}: {found.Groups[1].Value}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_page_says_its_address_on_its_first_line()
    {
        var pages = Files(Program, "*.cshtml").Where(file => !Path.GetFileName(file).StartsWith('_'));

        Assert.All(pages, page => Assert.Matches("^@page \"/[^\"]*\"$", File.ReadLines(page).First()));
    }

    [Fact]
    public void Every_project_has_its_comments_checked()
    {
        var properties = XDocument.Load(Path.Combine(RealData.Root, "Directory.Build.props")).Descendants().ToLookup(element => element.Name.LocalName, element => element.Value);

        Assert.Equal("true", properties["GenerateDocumentationFile"].Single());
        Assert.Equal("true", properties["TreatWarningsAsErrors"].Single());
        Assert.All(Files(RealData.Root, "*.csproj"), project => Assert.DoesNotContain("GenerateDocumentationFile", File.ReadAllText(project), StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_are_read_in_one_place()
    {
        var wrong = Files(Program, "*.cs")
            .Where(file => File.ReadAllText(file).Contains("GetEnvironmentVariable(", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Program, file));

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_clock_is_asked_only_through_the_one_that_tests_can_set()
    {
        var wrong = Files(Program, "*.cs")
            .Where(file => ClockOfTheMachine().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Program, file));

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_test_sleeps()
    {
        var wrong = Files(Path.Combine(RealData.Root, "tests"), "*.cs").Where(file => File.ReadAllText(file).Contains("Thread" + ".Sleep", StringComparison.Ordinal));

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Files(string folder, params string[] patterns) => patterns
        .SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        .Where(file => !Path.GetRelativePath(RealData.Root, file).Split('/').Any(part => part is "artifacts" or "node_modules" or "wwwroot" or "obj" or "bin"))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\bWardbook\.([A-Z][A-Za-z]+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"\b(?:public|internal|private|protected)\s(?!override)[^=;(){]*?\b((?:Get|Process|Handle|Manage)[A-Z]\w*)\s*\(")]
    private static partial Regex Vague();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bTimeZoneInfo\.Local\b")]
    private static partial Regex ClockOfTheMachine();
}
