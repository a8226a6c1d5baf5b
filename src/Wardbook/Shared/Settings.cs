using System.Globalization;
using System.Net;
using MimeKit;
using Wardbook.Accounts.Personal;
using Wardbook.Accounts.SignIn.Single;
using Wardbook.Shared.Mail;

namespace Wardbook.Shared;

/// <summary>What whoever runs Wardbook may choose. None of it is needed to start. Read once, from environment variables, and checked before anything is done.</summary>
public sealed record Settings
{
    private const string Prefix = "WARDBOOK_";

    /// <summary>Variables that tests and benchmarks read, and the program does not.</summary>
    private static readonly string[] Elsewhere = ["WARDBOOK_TEST_", "WARDBOOK_BENCH", "WARDBOOK_ORACLES"];

    private static readonly string[] TileParts = ["{z}", "{x}", "{y}"];

    /// <summary>A SQLite file or a PostgreSQL connection string; null for the demonstration.</summary>
    public string? Database { get; private init; }

    /// <summary>What encrypts personal values and seals the record of change; null for the file of whoever runs Wardbook.</summary>
    public Keys? Keys { get; private init; }

    /// <summary>Whether every backup is encrypted with the keys.</summary>
    public bool EncryptBackups { get; private init; }

    /// <summary>Where to listen; null for <see cref="Serve.UsualAddress"/>, or the next free port after it.</summary>
    public string? Urls { get; private init; }

    /// <summary>How this site is reached from outside, for links in letters; null for where it listens.</summary>
    public Uri? Address { get; private init; }

    /// <summary>From one network: tries to sign in, in a minute.</summary>
    public int SignInsPerMinute { get; private init; } = 60;

    /// <summary>In which days begin and times are said: <see cref="ForceDay"/>.</summary>
    public string TimeZone { get; private init; } = ForceDay.Usual;

    /// <summary>As this process was started with it, unchecked; null when it was not given.</summary>
    public static string? ZoneOfThisProcess { get; } = Text(Environment.GetEnvironmentVariable, "TIME_ZONE");

    public bool JsonLogs { get; private init; }

    public LogLevel LogLevel { get; private init; } = LogLevel.Warning;

    /// <summary>Where measurements and traces are sent; null sends none.</summary>
    public Uri? Otlp { get; private init; }

    /// <summary>The name under which measurements and traces are known.</summary>
    public string Name { get; private init; } = "wardbook";

    /// <summary>For so many days a browser that came by https comes by nothing else. 0 says nothing.</summary>
    public int HstsDays { get; private init; }

    /// <summary>Whose word is taken for who asks and by which scheme.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; private init; } = [];

    /// <summary>From one address: searches and forms in a minute.</summary>
    public int SearchesPerMinute { get; private init; } = 120;

    /// <summary>From one network: concerns in a day, before what comes from it is held together in a heap.</summary>
    public int ConcernsPerNetwork { get; private init; } = 20;

    /// <summary>In one ward: concerns in an hour that nobody stands behind, before more of them are held together in a heap.</summary>
    public int ConcernsPerHour { get; private init; } = 60;

    /// <summary>The number to call in an emergency.</summary>
    public string EmergencyNumber { get; private init; } = "999";

    /// <summary>The number to call otherwise.</summary>
    public string NonEmergencyNumber { get; private init; } = "101";

    /// <summary>The force's page for reporting a crime; null without one.</summary>
    public Uri? ReportCrime { get; private init; }

    /// <summary>Kilobytes that one request may bring.</summary>
    public int LargestRequest { get; private init; } = 1_024;

    /// <summary>Megabytes that a file sent to be imported may have.</summary>
    public int LargestUpload { get; private init; } = 2_000;

    /// <summary>Megabytes that a photograph may have.</summary>
    public int LargestPhotograph { get; private init; } = 12;

    /// <summary>Weeks within which each key individual is talked with again.</summary>
    public int InterviewWeeks { get; private init; } = 12;

    /// <summary>Months for which the consent of a key individual holds.</summary>
    public int ConsentMonths { get; private init; } = 12;

    /// <summary>Where files sent to be imported wait; null for beside the data.</summary>
    public string? Uploads { get; private init; }

    /// <summary>Below this folder on the server whoever may import may choose files; null for nowhere.</summary>
    public string? ImportFolder { get; private init; }

    /// <summary>Null draws maps without pictures under them, and asks nobody.</summary>
    public MapTiles? Tiles { get; private init; }

    /// <summary>How letters leave.</summary>
    public MailSettings Mail { get; private init; } = MailSettings.None;

    /// <summary>A force's own sign-on; <see langword="null"/> without one.</summary>
    public SingleSignOnSettings? SingleSignOn { get; private init; }

    /// <summary>The text of a setting as it was given; <see langword="null"/> when it was not. For showing, by <see cref="SettingDescription.Now"/>.</summary>
    public Func<string, string?> Variable { get; private init; } = _ => null;

    /// <summary>What there is to choose.</summary>
    public static IReadOnlyList<SettingDescription> All { get; } =
    [
        new("DATABASE", "the demonstration", "A SQLite file or a PostgreSQL connection string. --database goes before it.", Shown: text => Store.Database.At(text).Name),
        new("KEYS", "a file made in the home folder", "Keys that encrypt personal values and seal the record of changes: a file, or keys made by 'wardbook keys new' with commas between, the one in use first. Never kept beside the data.", Shown: _ => "set, and not shown"),
        new("ENCRYPT_BACKUPS", "no", "yes encrypts every backup with the keys of the installation; keep those in another place."),
        new("URLS", "http://localhost:5200", "Where to listen; several with ';' between. If nothing is set and port 5200 is taken, the next free one."),
        new("ADDRESS", "where it listens", "The address of this site as people know it, such as https://wardbook.example.org. Links in letters begin with it."),
        new("SIGN_INS_PER_MINUTE", "60", "How many tries to sign in one network may send in a minute before it is asked to wait."),
        new("TIME_ZONE", ForceDay.Usual, "Where the force is: in this zone days begin and times are said. A name of the time zone database, such as Europe/London."),
        new("LOG_FORMAT", "plain", "plain for people, json for a log collector."),
        new("LOG_LEVEL", "warning", "The least that is logged: debug, information, warning or error."),
        new("OTLP", "none", "Address of an OpenTelemetry collector that takes OTLP over HTTP, such as http://localhost:4318. Measurements and traces go there."),
        new("NAME", "wardbook", "What this service is called in measurements and traces."),
        new("HSTS_DAYS", "0", "Tell browsers that came by https to come by nothing else for so many days. Only where https is here to stay."),
        new("PROXIES", "none", "Addresses or networks of reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, such as 10.0.0.0/8, 192.0.2.7."),
        new("SEARCHES_PER_MINUTE", "120", "How many searches and forms one address may send in a minute before it is asked to wait."),
        new("CONCERNS_PER_NETWORK", "20", "How many concerns one network may send in a day before what comes from it is held together in a heap for the desk to look at."),
        new("CONCERNS_PER_HOUR", "60", "How many concerns that nobody stands behind one ward takes in an hour before more of them are held together in a heap."),
        new("EMERGENCY_NUMBER", "999", "The number to call in an emergency, as public pages say it."),
        new("NON_EMERGENCY_NUMBER", "101", "The number of the police otherwise, as public pages say it."),
        new("REPORT_CRIME", "none", "Address of the force's own page for reporting a crime. Public forms lead there."),
        new("LARGEST_REQUEST", "1024", "Kilobytes that one request may bring."),
        new("LARGEST_UPLOAD", "2000", "Megabytes that a file sent to be imported may have."),
        new("LARGEST_PHOTOGRAPH", "12", "Megabytes that a photograph may have. It is drawn anew and kept much smaller."),
        new("INTERVIEW_WEEKS", "12", "Within so many weeks each key individual is talked with again."),
        new("CONSENT_MONTHS", "12", "For so many months the consent of a key individual holds. Thirty days before the end it is time to ask again."),
        new("UPLOADS", "beside the data", "Where files sent to be imported wait until they are loaded. Otherwise a folder beside the data file, with .uploads behind its name."),
        new("IMPORT_FOLDER", "none", "A folder on the server: whoever may import may choose files below it, instead of sending them."),
        new("MAP_TILES", "none", "Address of map pictures with {z}, {x} and {y}, such as https://tiles.example.org/{z}/{x}/{y}.png. Browsers of readers will ask that server."),
        new("MAP_CREDIT", "none", "What the licence of the map pictures asks to be shown. Needed when MAP_TILES is set."),
        new("OIDC_AUTHORITY", "none", "The issuer of a force's own sign-on (OpenID Connect), such as https://login.example.org/force. Its clients come back to /sign-in/single/back."),
        new("OIDC_CLIENT", "none", "What Wardbook is called there. Needed with OIDC_AUTHORITY."),
        new("OIDC_SECRET", "none", "The secret of that client. Needed with OIDC_AUTHORITY.", Shown: SettingDescription.Secret),
        new("OIDC_NAME", "single sign-on", "What people call it: the button says Sign in with ..."),
        new("OIDC_GROUPS_CLAIM", "groups", "The claim in which the sign-on lists a person's groups."),
        new("OIDC_GROUPS", "none", $"What groups mean: {GroupRole.Expected}."),
        new("OIDC_LASTS", "30", "A role from a group holds for so many days after the last sign-in that confirmed it."),
        new("SMTP", "none", $"The mail server: {MailServer.Expected}. Without it letters are written to a folder, and pages say so.", Shown: text => MailServer.Parse(text)?.Name ?? "(not shown)"),
        new("MAIL_FROM", "none", "Who letters are from, such as Wardbook <wardbook@example.org>. Needed when SMTP is set."),
        new("MAIL_AUTHORITIES", "none", "A file with certificates (PEM) of authorities to trust for the mail server, besides those the machine trusts."),
        new("MAIL_FOLDER", "beside the data", "Where letters are written when there is no mail server: one .eml file each. Otherwise a folder beside the data file, with .mail behind its name."),
    ];

    /// <param name="of">The text of a variable, null when it is not set.</param>
    /// <exception cref="Refusal">One of them cannot be understood; says which, what was found and what was expected.</exception>
    public static Settings Read(Func<string, string?> of) => new()
    {
        Variable = of,
        Database = Text(of, "DATABASE"),
        Keys = Text(of, "KEYS") is { } keys ? Keys.Given(keys) : null,
        EncryptBackups = Text(of, "ENCRYPT_BACKUPS") switch { null or "no" => false, "yes" => true, var found => throw Wrong("ENCRYPT_BACKUPS", found, "yes or no") },
        Urls = Text(of, "URLS"),
        Address = Text(of, "ADDRESS") is { } site ? HttpAddress("ADDRESS", site) : null,
        SignInsPerMinute = Number(of, "SIGN_INS_PER_MINUTE", 60, least: 1, most: 1_000_000),
        TimeZone = Text(of, "TIME_ZONE") is not { } zone ? ForceDay.Usual : ForceDay.Find(zone) is not null ? zone : throw Wrong("TIME_ZONE", zone, "a name of the time zone database, such as Europe/London"),
        JsonLogs = Text(of, "LOG_FORMAT") switch { null or "plain" => false, "json" => true, var found => throw Wrong("LOG_FORMAT", found, "plain or json") },
        LogLevel = Text(of, "LOG_LEVEL") switch
        {
            "debug" => LogLevel.Debug,
            "information" => LogLevel.Information,
            null or "warning" => LogLevel.Warning,
            "error" => LogLevel.Error,
            var found => throw Wrong("LOG_LEVEL", found, "debug, information, warning or error"),
        },
        Otlp = Text(of, "OTLP") is { } otlp ? HttpAddress("OTLP", otlp) : null,
        Name = Text(of, "NAME") ?? "wardbook",
        HstsDays = Number(of, "HSTS_DAYS", 0, least: 0, most: 3_650),
        Proxies = [.. (Text(of, "PROXIES") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Network)],
        SearchesPerMinute = Number(of, "SEARCHES_PER_MINUTE", 120, least: 1, most: 1_000_000),
        ConcernsPerNetwork = Number(of, "CONCERNS_PER_NETWORK", 20, least: 1, most: 1_000_000),
        ConcernsPerHour = Number(of, "CONCERNS_PER_HOUR", 60, least: 1, most: 1_000_000),
        EmergencyNumber = Telephone(of, "EMERGENCY_NUMBER", "999"),
        NonEmergencyNumber = Telephone(of, "NON_EMERGENCY_NUMBER", "101"),
        ReportCrime = Text(of, "REPORT_CRIME") is { } report ? HttpAddress("REPORT_CRIME", report) : null,
        LargestRequest = Number(of, "LARGEST_REQUEST", 1_024, least: 16, most: 1_048_576),
        LargestUpload = Number(of, "LARGEST_UPLOAD", 2_000, least: 1, most: 100_000),
        LargestPhotograph = Number(of, "LARGEST_PHOTOGRAPH", 12, least: 1, most: 100),
        InterviewWeeks = Number(of, "INTERVIEW_WEEKS", 12, least: 1, most: 104),
        ConsentMonths = Number(of, "CONSENT_MONTHS", 12, least: 1, most: 60),
        Uploads = Text(of, "UPLOADS"),
        ImportFolder = Text(of, "IMPORT_FOLDER") is not { } folder ? null : Directory.Exists(folder) ? folder : throw Wrong("IMPORT_FOLDER", folder, "a folder that is there"),
        SingleSignOn = SignOnOf(of),
        Mail = MailOf(of),
        Tiles = Text(of, "MAP_TILES") is { } tiles ? MapPictures(tiles, Text(of, "MAP_CREDIT")) : null,
    };

    /// <summary>Variables that look like ours and are not: a slip of the pen would otherwise pass in silence.</summary>
    public static IReadOnlyList<string> Unknown(IEnumerable<string> variables) =>
    [
        .. variables
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && All.All(setting => setting.Variable != name) && !Elsewhere.Any(name.StartsWith))
            .Order(StringComparer.Ordinal),
    ];

    private static string? Text(Func<string, string?> of, string name) => of(Prefix + name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static int Number(Func<string, string?> of, string name, int otherwise, int least, int most) => Text(of, name) switch
    {
        null => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var text => throw Wrong(name, text, $"a whole number from {least} to {most}"),
    };

    private static string Telephone(Func<string, string?> of, string name, string otherwise) => Text(of, name) switch
    {
        null => otherwise,
        var text when text.Length <= 20 && text.Any(char.IsAsciiDigit) && text.All(letter => char.IsAsciiDigit(letter) || letter is '+' or ' ') => text,
        var text => throw Wrong(name, text, "a telephone number, such as 101"),
    };

    private static Uri HttpAddress(string name, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : throw Wrong(name, text, "an address that begins with http:// or https://");

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var one) ? new(one, one.GetAddressBytes().Length * 8)
        : throw Wrong("PROXIES", text, "addresses such as 192.0.2.7 or networks such as 10.0.0.0/8, with commas between");

    private static MapTiles MapPictures(string address, string? credit)
    {
        var isWhole = Uri.TryCreate(address.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" && TileParts.All(part => address.Contains(part, StringComparison.Ordinal));
        return !isWhole ? throw Wrong("MAP_TILES", address, "an address with {z}, {x} and {y} in it")
            : credit is null ? throw Wrong("MAP_CREDIT", "nothing", "what the licence of the map pictures asks to be shown, because WARDBOOK_MAP_TILES is set")
            : new(address, credit);
    }

    private static SingleSignOnSettings? SignOnOf(Func<string, string?> of)
    {
        if (Text(of, "OIDC_AUTHORITY") is not { } authority)
        {
            return null;
        }

        var told = Text(of, "OIDC_GROUPS") ?? "";
        var (groups, wrong) = GroupRole.Read(told.Contains('=', StringComparison.Ordinal) || !File.Exists(told) ? told : File.ReadAllText(told));
        return new(
            HttpAddress("OIDC_AUTHORITY", authority) is { } address && (address.Scheme == "https" || address.IsLoopback) ? address : throw Wrong("OIDC_AUTHORITY", authority, "an address that begins with https://"),
            Text(of, "OIDC_CLIENT") ?? throw Wrong("OIDC_CLIENT", "nothing", "what Wardbook is called at the sign-on, because WARDBOOK_OIDC_AUTHORITY is set"),
            Text(of, "OIDC_SECRET") ?? throw Wrong("OIDC_SECRET", "nothing", "the secret of the client, because WARDBOOK_OIDC_AUTHORITY is set"),
            Text(of, "OIDC_GROUPS_CLAIM") ?? "groups",
            Number(of, "OIDC_LASTS", 30, least: 1, most: 365),
            Text(of, "OIDC_NAME") ?? "single sign-on",
            groups ?? throw Wrong("OIDC_GROUPS", wrong, GroupRole.Expected));
    }

    private static MailSettings MailOf(Func<string, string?> of)
    {
        var from = Text(of, "MAIL_FROM") is not { } text ? null
            : MailboxAddress.TryParse(text, out var address) && Outbox.IsAddress(address.Address) ? address
            : throw Wrong("MAIL_FROM", text, "one address, such as Wardbook <wardbook@example.org>");
        if (Text(of, "SMTP") is not { } smtp)
        {
            return MailSettings.None with { From = from ?? MailSettings.None.From, Folder = Text(of, "MAIL_FOLDER") };
        }

        // What was found is not repeated: it holds a password.
        var server = MailServer.Parse(smtp) ?? throw Wrong("SMTP", "(not shown)", $"{MailServer.Expected}. A password is not sent without encryption, except to this machine");
        var authorities = Text(of, "MAIL_AUTHORITIES") is not { } file ? [] : MailServer.AuthoritiesIn(file) ?? throw Wrong("MAIL_AUTHORITIES", file, "a file with certificates in PEM");
        return new(
            server with { Authorities = authorities },
            from ?? throw Wrong("MAIL_FROM", "nothing", "who letters are from, such as Wardbook <wardbook@example.org>, because WARDBOOK_SMTP is set"),
            null);
    }

    private static Refusal Wrong(string name, string found, string expected) => new($"The setting {Prefix}{name} is '{found}'. Expected {expected}.");
}

/// <summary>One setting, as a person is told of it.</summary>
/// <param name="Name">Without the WARDBOOK_ before it.</param>
/// <param name="Default">What holds when it is not set.</param>
/// <param name="Says">What it is for, and an example.</param>
/// <param name="Shown">Of one that may hold a password: what of it may be shown. Null shows it as it is.</param>
public sealed record SettingDescription(string Name, string Default, string Says, Func<string, string>? Shown = null)
{
    /// <summary>For one of which nothing may be shown.</summary>
    public static Func<string, string> Secret { get; } = _ => "(set, not shown)";

    public string Variable => "WARDBOOK_" + Name;

    /// <summary>What holds now, as far as it may be shown; <see langword="null"/> when it is not set.</summary>
    public string? Now(string? text) => string.IsNullOrWhiteSpace(text) ? null : Shown is null ? text : Shown(text);
}
