using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Demonstration.Work;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Demonstration;

/// <summary>The people of the demonstration, each with a role in a place that it has. All of them are made up.</summary>
public static class LondonParts
{
    private const string Ward = "ward", Borough = "borough", Cluster = "cluster", Force = "force";

    /// <summary>Since the teams of every ward were there.</summary>
    private static readonly DateOnly Since = new(2006, 4, 1);

    public static IReadOnlyList<Part> All { get; } =
    [
        new(1, "PC Daniel Osei", Role.Constable, Ward, "E05000417"),
        new(2, "PCSO Priya Nair", Role.Pcso, Ward, "E05000417"),
        new(3, "PS Amara Bello", Role.Sergeant, Ward, "E05000417"),
        new(4, "Insp Helen Whitcombe", Role.Inspector, Cluster, "E09000022-central"),
        new(5, "Ch Supt Robert Kinsella", Role.BoroughCommander, Borough, "E09000022"),
        new(6, "Mei Tanaka", Role.Analyst, Force, "metropolitan"),
        new(7, "Dorothy Achebe", Role.PanelChair, Ward, "E05000417"),
        new(8, "Martin Sheridan", Role.PanelMember, Ward, "E05000417"),
        new(9, "Farah Siddiqui, council", Role.Partner, Borough, "E09000022"),
        new(10, "Supt Alan Prior", Role.CentralUnit, Force, "metropolitan"),
        new(11, "Ruth Goldberg", Role.Authority, Force, "metropolitan"),
        new(12, "Sam Okafor", Role.Administrator, null, null),
    ];

    /// <summary>Makes those that are not there. A role ended in the demonstration stays ended.</summary>
    public static async Task Keep(WardbookDb db, DateTime now, CancellationToken cancel)
    {
        var keys = All.Select(part => part.Key).ToList();
        var there = await db.Accounts.Where(account => keys.Contains(account.EmailKey)).Select(account => account.EmailKey).ToListAsync(cancel);
        foreach (var part in All.Where(part => !there.Contains(part.Key)))
        {
            var account = new Account { Id = Guid.CreateVersion7(), Name = part.Name, Email = "", EmailKey = part.Key, SecurityStamp = Guid.NewGuid().ToString("n"), Made = now };
            db.Accounts.Add(account);
            db.HeldRoles.Add(HeldRole.Give(account.Id, part.Role, part.Place, Since, null, now, by: null));
            if (part is { PostKind: { } post, Place: { } place } && await db.Officers.FirstOrDefaultAsync(row => row.Name == part.OfficerName && row.Account == null
                && db.Postings.Any(posting => posting.Officer == row.Id && posting.PostKind == post && db.Teams.Any(team => team.Id == posting.Team && team.PlaceKind == place.Kind && team.PlaceCode == place.Code)), cancel) is { } officer)
            {
                officer.Account = account.Id;
                officer.Version++;
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>One of them.</summary>
public sealed record Part(int Number, string Name, Role Role, string? Kind, string? Code)
{
    /// <summary>By which its account is found: no mail address looks like this.</summary>
    public string Key => $"part {Number} of the demonstration";

    /// <summary>The post that they hold in the team of their ward; null for who is in none.</summary>
    public Guid? PostKind => Role switch { Role.Sergeant => LondonTeams.Sergeant, Role.Constable => LondonTeams.Constable, Role.Pcso => LondonTeams.Pcso, _ => null };

    /// <summary>Without the rank.</summary>
    public string OfficerName => Name[(Name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    public PlaceKey? Place => Kind is null ? null : new(Kind, PlaceCode.Parse(Code!));
}
