using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Categories;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Concerns.Entering;

/// <summary>Many concerns on one screen, as they are said: at an activity, on patrol, on the telephone.</summary>
[MayDo(Deed.RecordConcerns, At = "ward")]
public sealed class EnterPage(WardbookDb db, PlaceTrees trees, Asker asker, TimeProvider clock) : WorkPage(trees)
{
    /// <summary>As many as fit on a screen; the next come after these.</summary>
    public const int OnOneScreen = 8;

    private const int ActivitiesBack = 60;

    [BindProperty]
    public List<Entry> Rows { get; set; } = [];

    [BindProperty]
    public string? Activity { get; set; }

    [BindProperty]
    public string? Channel { get; set; }

    /// <summary>Of this form: sent twice it enters once.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    [TempData]
    public string? Done { get; set; }

    public Catalogue Catalogue { get; private set; } = new([]);

    public IReadOnlyList<Choice> Activities { get; private set; } = [];

    public IReadOnlyList<Choice> Channels { get; private set; } = [];

    public IReadOnlyList<Choice> Categories => [new("", "Choose"), .. Catalogue.Choices(asker.Today).Select(one => new Choice(one.Category.Code, Catalogue.NameOf(one.Category.Code)))];

    public async Task OnGetAsync(Guid? activity, CancellationToken cancel)
    {
        await Read(cancel);
        ModelState.Clear();
        (Key, Activity) = (Guid.CreateVersion7(), activity?.ToString());
        Fill();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Read(cancel);
        Rows = [.. Rows.Take(OnOneScreen)];
        ModelState.Clear();
        var filled = Rows.Index().Where(row => !string.IsNullOrWhiteSpace(row.Item.Words)).ToList();
        var at = Guid.TryParse(Activity, out var id) && Activities.Any(one => one.Value == id.ToString()) ? id : (Guid?)null;
        var kinds = await KindList.Find(db, KindLists.Channels, cancel);
        var channel = at is not null ? kinds.All.FirstOrDefault(kind => kind.Slug == "engagement") : kinds.Chosen(Channel, asker.Today);
        if (channel is null)
        {
            ModelState.AddModelError(nameof(Channel), "Choose an activity, or how it came");
        }

        if (filled.Count == 0)
        {
            ModelState.AddModelError("Rows[0].Words", "Write at least one thing that was said");
        }

        foreach (var (number, row) in filled)
        {
            Check(number, row);
        }

        if (!ModelState.IsValid)
        {
            Fill();
            return Page();
        }

        await Add(filled, channel!.Id, at, cancel);
        Done = $"{(filled.Count == 1 ? "1 concern is" : $"{filled.Count} concerns are")} entered and on the desk.";
        return Redirect(Urls.EnterConcerns(Ward.Code, at));
    }

    private void Check(int number, Entry row)
    {
        if (row.Words!.Length > Concern.MostLetters)
        {
            ModelState.AddModelError($"Rows[{number}].Words", $"Line {number + 1} has {row.Words.Length:N0} letters. Say it in at most {Concern.MostLetters:N0}");
        }

        if (Catalogue.Of(row.About) is not { } about || !about.HoldsOn(asker.Today))
        {
            ModelState.AddModelError($"Rows[{number}].About", $"Choose what line {number + 1} is about");
        }

        if (row.Street?.Length > Concern.LongestStreet)
        {
            ModelState.AddModelError($"Rows[{number}].Street", $"The street in line {number + 1} must have at most {Concern.LongestStreet} letters");
        }
    }

    private async Task Add(List<(int Index, Entry Item)> rows, Guid channel, Guid? activity, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = rows.ToDictionary(row => row.Index, row => IdOf(row.Index));
        var there = await db.Concerns.Where(row => ids.Values.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel);
        foreach (var (number, row) in rows.Where(row => !there.Contains(ids[row.Index])))
        {
            var street = string.IsNullOrWhiteSpace(row.Street) ? null : row.Street.Trim();
            db.Concerns.Add(new()
            {
                Id = ids[number],
                PlaceKind = Ward.Kind,
                PlaceCode = Ward.Code,
                Said = row.Words!.Trim(),
                Category = row.About!,
                Where = street is null ? SaidWhere.WholeWard : SaidWhere.Street,
                Street = street,
                Channel = channel,
                Activity = activity,
                SaidAt = now,
                RecordedBy = asker.Account,
                Verified = now,
            });
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (there.Count == 0)
        {
            // Sent twice at the same moment: the other has entered them.
            db.ChangeTracker.Clear();
            if (!await db.Concerns.AnyAsync(row => ids.Values.Contains(row.Id), cancel))
            {
                throw;
            }
        }
    }

    private Guid IdOf(int number) => new(SHA256.HashData([.. Key.ToByteArray(), (byte)number]).AsSpan(0, 16));

    private void Fill() => Rows.AddRange(Enumerable.Range(0, OnOneScreen - Rows.Count).Select(_ => new Entry()));

    private async Task Read(CancellationToken cancel)
    {
        Catalogue = await Catalogue.Find(db, cancel);
        var since = asker.Today.AddDays(-ActivitiesBack);
        var today = asker.Today;
        Activities =
        [
            new("", "At none"),
            .. (await db.EngagementActivities.AsNoTracking().Where(row => row.PlaceCode == Ward.Code && row.Day >= since && row.Day <= today && row.Cancelled == null).OrderByDescending(row => row.Day).ToListAsync(cancel))
                .Select(row => new Choice(row.Id.ToString(), $"{row.Title}, {row.Day:d MMMM}")),
        ];
        Channels = (await KindList.Find(db, KindLists.Channels, cancel)).Choices(today, "Choose").Where(one => one.Value != KindLists.PublicForm.ToString()).ToList();
    }

    /// <summary>One line of the screen.</summary>
    public sealed class Entry
    {
        public string? Words { get; set; }

        public string? About { get; set; }

        public string? Street { get; set; }
    }
}
