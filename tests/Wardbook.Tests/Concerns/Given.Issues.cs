using Wardbook.Accounts;
using Wardbook.Concerns;
using Wardbook.Concerns.Issues;
using Wardbook.Shared.Kinds;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>Something that a person said about a ward, whom we know to be one unless <paramref name="person"/> is null.</summary>
    /// <param name="daysAgo">Before today.</param>
    /// <param name="channel">Which of the channels, from 0.</param>
    public async Task<Guid> GivenConcern(PlaceKey ward, string words, string? person, string category = "mopeds", int daysAgo = 3, int channel = 0)
    {
        var said = Clock.GetUtcNow().UtcDateTime.AddDays(-daysAgo);
        var channels = KindLists.First.Where(kind => kind.List == KindLists.Channels).ToList();
        var concern = new Concern
        {
            Id = Guid.CreateVersion7(),
            PlaceKind = ward.Kind,
            PlaceCode = ward.Code,
            Said = words,
            Category = category,
            Where = SaidWhere.WholeWard,
            Channel = channels[channel].Id,
            SaidAt = said,
            PersonKey = person,
            Verified = person is null ? null : said,
        };
        await With(async db =>
        {
            db.Concerns.Add(concern);
            await db.SaveChangesAsync(Cancel);
        });
        return concern.Id;
    }

    /// <summary>An issue with what these people said about it, each once, a day apart, by one channel after another.</summary>
    public async Task<Guid> GivenIssue(PlaceKey ward, string title, params string[] people)
    {
        var issue = new Issue { Id = Guid.CreateVersion7(), PlaceKind = ward.Kind, PlaceCode = ward.Code, Title = title, Category = "mopeds", Made = Clock.GetUtcNow().UtcDateTime };
        List<Guid> concerns = [];
        foreach (var (number, person) in people.Index())
        {
            concerns.Add(await GivenConcern(ward, $"{person} says: {title}", person, daysAgo: number + 1, channel: number % 4));
        }

        await With(async db =>
        {
            db.Issues.Add(issue);
            db.Groupings.AddRange(concerns.Select(concern => new Grouping { Id = Guid.CreateVersion7(), Concern = concern, Issue = issue.Id, From = issue.Made }));
            await db.SaveChangesAsync(Cancel);
        });
        return issue.Id;
    }
}
