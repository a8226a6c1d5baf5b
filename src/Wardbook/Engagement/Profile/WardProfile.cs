using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Engagement.Profile;

/// <summary>What is known of a ward: published figures, and what its team wrote down, subject by subject.</summary>
/// <param name="People">Null when no population is loaded.</param>
public sealed record WardProfile(PlaceKey Place, DateOnly Day, PopulationOf? People, IReadOnlyList<PublishedFigure> Figures, IReadOnlyList<SubjectOfProfile> Subjects)
{
    /// <summary>For so long a review counts.</summary>
    public const int MonthsAReviewCounts = 12;

    /// <summary>Every subject was reviewed within twelve months: what the cycle asks for.</summary>
    public bool IsReviewed => Subjects.Count > 0 && Subjects.All(subject => subject.IsReviewedOn(Day));

    public static async Task<WardProfile> Find(WardbookDb db, PlaceKey place, DateOnly day, CancellationToken cancel)
    {
        var people = (await Populations.Find(db, [place.Code], day.Year, cancel)).GetValueOrDefault(place.Code);
        var figures = await PublishedFigures.List(db, place.Code, cancel);
        var subjects = await db.ListedKinds.AsNoTracking()
            .Where(kind => kind.List == KindLists.ProfileSections && kind.From <= day && (kind.To == null || kind.To >= day))
            .OrderBy(kind => kind.Order).ThenBy(kind => kind.Name)
            .Select(kind => new
            {
                Kind = kind,
                Section = db.ProfileSections.Where(section => section.Subject == kind.Id && section.PlaceKind == place.Kind && section.PlaceCode == place.Code).FirstOrDefault(),
                By = db.ProfileSections.Where(section => section.Subject == kind.Id && section.PlaceKind == place.Kind && section.PlaceCode == place.Code)
                    .Join(db.Accounts, section => section.ReviewedBy, account => account.Id, (_, account) => account.Name).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return new(place, day, people, figures, [.. subjects.Select(one => new SubjectOfProfile(one.Kind, one.Section, one.By))]);
    }

    public Table AsTable() => new Table<SubjectOfProfile>("What the team wrote down", Subjects)
        .Text("subject", "Subject", one => one.Kind.Name)
        .Text("words", "What is known", one => one.Section?.Words, absent: "nothing so far")
        .Text("reviewed", "Reviewed", one => one.Section?.Reviewed, absent: "never");

    public Table OfFigures() => new Table<PublishedFigure>("Published figures", Figures)
        .Text("item", "What", one => one.Item)
        .Number("value", "Figure", one => one.Value, decimals: 1)
        .Text("year", "Year", one => one.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>One subject of a profile.</summary>
/// <param name="Section">Null while nobody wrote anything.</param>
/// <param name="By">The name of whoever reviewed it last; null when there is none.</param>
public sealed record SubjectOfProfile(ListedKind Kind, ProfileSection? Section, string? By)
{
    public bool IsReviewedOn(DateOnly day) => Section is { } section && section.Reviewed >= day.AddMonths(-WardProfile.MonthsAReviewCounts);
}
