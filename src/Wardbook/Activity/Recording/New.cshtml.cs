using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Activity.Counting;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Activity.Recording;

/// <summary>Records what was done, on one screen: what is done most stands first, one of it, today. Or several kinds at once, or the same as last time.</summary>
[MayDo(Deed.RecordActivity, At = "ward")]
public sealed class NewPage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    public const string Several = "several", Repeat = "repeat";

    private const int MostLines = 60;

    /// <summary><c>several</c> for a table of kinds, <c>repeat</c> for what was recorded last time; otherwise one thing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? How { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>A kind from the list, instead of one of the first.</summary>
    [BindProperty]
    public string? Other { get; set; }

    [BindProperty]
    public string? Many { get; set; } = "1";

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    [BindProperty]
    public string? Priority { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    /// <summary>An unusual number is right.</summary>
    [BindProperty]
    public string[] Sure { get; set; } = [];

    /// <summary>The id that the record will have.</summary>
    [BindProperty]
    public Guid New { get; set; }

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    [TempData]
    public string? Done { get; set; }

    /// <summary>Where what was done just now is put right.</summary>
    [TempData]
    public string? DoneAt { get; set; }

    public ActivityCatalogue Catalogue { get; private set; } = new([]);

    public Usual Usual { get; private set; } = new([], null, []);

    public WhoRecords Who { get; private set; } = new(null, "", null, null);

    public DateOnly Today => asker.Today;

    public bool IsUnusual { get; private set; }

    public bool IsLines => How is Several or Repeat;

    /// <summary>The kinds with a button of their own.</summary>
    public IReadOnlyList<NamedKind> First => [.. Usual.Kinds.Take(Usual.Offered).Select(code => Catalogue.Of(code)!)];

    public IReadOnlyList<Choice> Others =>
        [new("", "None of these: one of the above"), .. Usual.Kinds.Skip(Usual.Offered).Select(code => Catalogue.Of(code)!).OrderBy(kind => kind.Kind.Rank).Select(kind => new Choice(kind.Code, kind.NameOn(Today)))];

    public IReadOnlyList<Choice> Priorities => Aims.Choices();

    /// <summary>What of the ward it can have been for.</summary>
    public Aims Aims { get; private set; } = Aims.None;

    public static IReadOnlyList<Choice> SureChoices { get; } = [new("yes", "The number is right")];

    /// <summary>Those of which only a count and a reference are kept, in words; empty for none.</summary>
    public string ReferenceOnly => string.Join(", ", Catalogue.On(Today).Where(kind => kind.Kind.IsReferenceOnly).Select(kind => kind.On(Today).Many));

    /// <summary>What is counted by itself once it was held, in words; empty for nothing.</summary>
    public string ByItself { get; private set; } = "";

    /// <summary>Whether the part that most need not open is open: something stands there, or is wrong.</summary>
    public bool IsMore => Day != Asked.InField(Today) || !string.IsNullOrEmpty(Where) || !string.IsNullOrEmpty(Reference) || new[] { nameof(Day), nameof(Where), nameof(Reference) }.Any(name => ModelState[name]?.Errors.Count > 0);

    /// <summary>What is wrong with a line, in the order of its fields.</summary>
    public string? ErrorOf(int line) => ModelState.Where(field => field.Key.StartsWith($"Lines[{line}].", StringComparison.Ordinal)).SelectMany(field => field.Value!.Errors).FirstOrDefault()?.ErrorMessage;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Read(cancel);
        ModelState.Clear();
        await ReadForShowing(cancel);
        Who = await WhoRecords.Find(db, Ward, asker.Account, Today, cancel);
        (Day, New) = (Asked.InField(Today), Guid.CreateVersion7());
        Lines = How switch
        {
            Several => [.. Usual.Kinds.Where(code => !Catalogue.Of(code)!.Kind.IsReferenceOnly).Select(code => new Line { Id = Guid.CreateVersion7(), Kind = code })],
            Repeat => [.. Usual.LastRecords.Where(record => Catalogue.Of(record.Kind)!.Kind.HoldsOn(Today) && record.Reference is null).Select(record => new Line
            {
                Id = Guid.CreateVersion7(),
                Kind = record.Kind,
                Many = record.Amount.ToString(),
                Tick = "yes",
                Where = record.Where,
                Priority = Priorities.Select(choice => choice.Value).FirstOrDefault(value => value == (record.Action ?? record.Priority)?.ToString()),
            })],
            _ => [],
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Read(cancel);
        ModelState.Clear();
        Lines = [.. Lines.Take(MostLines)];
        var day = AskedActivity.Day(ModelState, nameof(Day), Day, Today);
        Who = await WhoRecords.Find(db, Ward, asker.Account, day ?? Today, cancel);
        if (day is not null && Who.Problem is { } problem)
        {
            ModelState.AddModelError(nameof(Day), problem);
        }

        var asked = IsLines ? AskedLines() : [(New == default ? Guid.CreateVersion7() : New, AskedOne())];
        List<ActivityRecord> records = [];
        foreach (var (id, one) in asked)
        {
            if (one.Read(ModelState, Catalogue, Aims, day ?? Today) is { } read)
            {
                records.Add(read.Make(id, Ward, day ?? Today, Who, asker.Account, clock.GetUtcNow().UtcDateTime));
            }
        }

        if (asked.Count == 0)
        {
            ModelState.AddModelError(Lines.Count == 0 ? "" : "Lines[0].Many", How == Repeat ? "Tick what you did again" : "Say how many of at least one kind");
        }

        if (!ModelState.IsValid)
        {
            await ReadForShowing(cancel);
            IsUnusual = asked.Any(one => one.Item2.IsUnusual(Catalogue));
            return Page();
        }

        await SaveActivity.Save(db, records, cancel);
        Done = $"Recorded for {day!.Value.InWords()}: {string.Join(", ", records.Select(record => Catalogue.InWords(record.Kind, record.Amount, record.Day)))}.";
        DoneAt = records is [var only] ? Urls.ActivityRecord(Ward.Code, only.Id) : Urls.WorkActivity(Ward.Code);
        return LocalRedirect(Urls.RecordActivity(Ward.Code));
    }

    private AskedActivity AskedOne()
    {
        if (!string.IsNullOrEmpty(Kind) && !string.IsNullOrEmpty(Other) && Kind != Other)
        {
            ModelState.AddModelError(nameof(Other), $"Choose one: {Catalogue.NameOf(Kind, Today)} above, or {Catalogue.NameOf(Other, Today)} here. Several at once have a page of their own");
        }

        return new(string.IsNullOrEmpty(Other) ? Kind : Other, Many, Where, Priority, Reference, Sure.Length > 0);
    }

    /// <summary>Lines without a number, or without a tick when it is about ticking, are not meant.</summary>
    private List<(Guid Id, AskedActivity Asked)> AskedLines() =>
    [
        .. Lines.Index().Where(line => How == Repeat ? line.Item.Tick is not null : !string.IsNullOrWhiteSpace(line.Item.Many))
            .Select(line => (line.Item.Id == default ? Guid.CreateVersion7() : line.Item.Id,
                new AskedActivity(line.Item.Kind, line.Item.Many, How == Repeat ? line.Item.Where : Where, How == Repeat ? line.Item.Priority : Priority, null, Sure.Length > 0, $"Lines[{line.Index}]."))),
    ];

    private async Task Read(CancellationToken cancel)
    {
        Catalogue = await ActivityCatalogue.Find(db, cancel);
        Aims = await Aims.Find(db, Ward, cancel);
    }

    /// <summary>What only a form that is shown needs to know.</summary>
    private async Task ReadForShowing(CancellationToken cancel)
    {
        var codes = await HeldCount.KindsOn(db, Today, cancel);
        Usual = await Usual.Find(db, Catalogue, codes, Ward, asker.Account, Today, cancel);
        ByItself = string.Join(", ", Catalogue.On(Today).Where(kind => codes.Contains(kind.Code)).Select(kind => kind.On(Today).Many));
    }

    /// <summary>One of several things that were done.</summary>
    public sealed class Line
    {
        /// <summary>The id that the record will have.</summary>
        public Guid Id { get; set; }

        public string? Kind { get; set; }

        public string? Many { get; set; }

        public string? Tick { get; set; }

        public string? Where { get; set; }

        public string? Priority { get; set; }
    }
}
