using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Priorities.Plans;
using Wardbook.Shared.Mail;
using Wardbook.Sources.Orders;
using Wardbook.Store;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>As long as names and addresses come: what breaks a page on a phone.</summary>
    public const string LongName = "Detective Chief Superintendent Bartholomew Featherstonehaugh-Cholmondeley";

    public const string LongEmail = "bartholomew.featherstonehaugh-cholmondeley.superintendent@a-very-long-name-of-a-police-force.example.org";

    /// <summary>Serves this database as the demonstration: said before the site is asked for anything.</summary>
    public Task GivenDemonstration() => With(async db =>
    {
        db.Settings.Add(new() { Name = Setting.Demonstration, Value = "2026-06-15" });
        await db.SaveChangesAsync(Cancel);
    });

    /// <summary>A team with a long name, two officers, a beat without one, an empty post; the reader is its sergeant.</summary>
    private async Task<(Guid Team, (Guid Posting, Guid Officer) Posting, Guid Beat)> GivenWork(Account me)
    {
        await GivenRole(me, Role.Sergeant, Ward("E05000001"));
        await GivenRole(me, Role.Inspector, Borough("E09000002"));
        var team = await GivenTeam(name: "Abbey, Riverside and Waterworks Neighbourhood Policing Team");
        await GivenPosts(team, "sergeant", 1);
        await GivenPosts(team, "pcso", 3);
        var posting = await GivenPosting(team, LongName, "1234567AB", "sergeant", contact: true, publicName: $"Sergeant {LongName}", account: me);
        await GivenPosting(team, "Priya Nair", "13AB", "pcso", from: new(2026, 2, 1));
        await GivenPosting(team, "Daniel Osei", "14AB", to: new(2026, 1, 31));
        var beat = Guid.CreateVersion7();
        await With(async db =>
        {
            db.MicroBeats.Add(new() { Id = beat, Team = team.Id, Name = "Market and High Road", Streets = "High Road, Mill Lane, Upper Waterworks Approach", From = team.From });
            await db.SaveChangesAsync(Cancel);
        });
        return (team.Id, (posting.Id, posting.Officer), beat);
    }

    /// <summary>A plan with a step written twice, and actions that are overdue, done, and owned by somebody who has left.</summary>
    private async Task<(Guid Open, Guid Done)> GivenPlan(Guid priority, Guid officer)
    {
        await GivenOwner(priority, officer);
        await GivenStep(priority, Sara.Scanning, "Mopeds come down Upper Waterworks Approach after school.");
        await GivenStep(priority, Sara.Scanning, "Mopeds come down Upper Waterworks Approach after school and past the Riverside-and-Waterworks-Neighbourhood-Centre at night.", 2);
        var open = await GivenAction(priority, officer, "Ask the council, Riverside Housing and the school for a gate at the end of the alley behind Upper Waterworks Approach", due: -12);
        var done = await GivenAction(priority, null, "Light the path", "The path is lit", due: -2, done: 3, partner: "Riverside-and-Waterworks-Housing-Association-of-Northborough-Limited");
        var left = await With(db => db.Postings.Where(posting => posting.To != null).Select(posting => posting.Officer).FirstAsync(Cancel));
        await GivenAction(priority, left, "Talk to the riders");
        return (open.Id, done.Id);
    }

    /// <summary>A community with somebody who helps, one that was joined with it, and one of another ward.</summary>
    private async Task<(Guid Community, Guid Joined, Guid Elsewhere, Guid Through)> GivenCommunities()
    {
        var one = await GivenCommunity("Bangladeshi restaurant workers of the Riverside and Waterworks estates", howToReach: "Tuesday afternoons between the lunch and evening shifts, in Sylheti");
        var other = await GivenCommunity("Restaurant workers");
        var elsewhere = await GivenCommunity("Night cleaners", Ward("E05000003"), "night");
        var through = Guid.CreateVersion7();
        await GivenActivity("Tea after the lunch shift", new(2026, 5, 5), attended: 14, reached: one);
        await With(async db =>
        {
            (await db.Communities.SingleAsync(row => row.Id == other.Id, Cancel)).JoinedWith = one.Id;
            db.Intermediaries.Add(new() { Id = through, Community = one.Id, Name = LongName, Contact = LongEmail, Agreed = new(2026, 1, 1) });
            await db.SaveChangesAsync(Cancel);
        });
        return (one.Id, other.Id, elsewhere.Id, through);
    }

    /// <summary>Activities in every state, and a walk with something found.</summary>
    private async Task<(Guid Planned, Guid Held, Guid Off, Guid Walk, Guid Finding)> GivenActivities()
    {
        var planned = await GivenActivity("Surgery at the Riverside and Waterworks community centre and library", new(2026, 7, 1), kind: "surgery");
        await GivenActivity("Street briefing", new(2026, 6, 20), advertised: true);
        await GivenActivity("Was it held", new(2026, 6, 1), advertised: true);
        var held = await GivenActivity("Coffee morning", new(2026, 6, 15), kind: "coffee", attended: 12);
        var off = await GivenActivity("Called off", new(2026, 7, 2), advertised: true);
        var walk = await GivenActivity("Walk round the Riverside estate", new(2026, 6, 10), kind: "eva", attended: 9);
        var finding = Guid.CreateVersion7();
        await With(async db =>
        {
            var gone = await db.EngagementActivities.SingleAsync(row => row.Id == off.Id, Cancel);
            (gone.Cancelled, gone.WhyCancelled) = (Clock.GetUtcNow().UtcDateTime, "The hall is flooded");
            db.WalkFindings.Add(new() { Id = finding, Activity = walk.Id, What = "Broken lamp", Where = "Path behind the shops of Upper Waterworks Approach", Score = 4, LatitudeE7 = 515_050_000, LongitudeE7 = -950_000, Made = Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(Cancel);
        });
        return (planned.Id, held.Id, off.Id, walk.Id, finding);
    }

    private Task<Guid> GivenKeyIndividual() => With(async db =>
    {
        var person = new Wardbook.Engagement.Network.KeyIndividual { Id = Guid.CreateVersion7(), PlaceKind = "ward", PlaceCode = Ward("E05000001").Code, Name = LongName, Contact = LongEmail, Agreed = new(2026, 1, 1), AgreedUntil = new(2027, 1, 1), From = new(2026, 1, 1) };
        db.KeyIndividuals.Add(person);
        await db.SaveChangesAsync(Cancel);
        return person.Id;
    });

    /// <summary>Something of everything that pages show: figures, people with roles and sessions, an open invitation, letters, imports in every state.</summary>
    /// <returns>What stands in an address after its beginning, by the beginning; the first is there for the pages below it.</returns>
    public async Task<IReadOnlyDictionary<string, string[]>> GivenEverything(Account me, bool demonstration = false)
    {
        await GivenFourWards();
        await GivenAWardThatWasAbolished();
        await GivenTwoSteadyYears();
        await GivenPeople(2_000);
        if (demonstration)
        {
            await GivenDemonstration();
        }

        var said = await GivenSaid(Ward("E05000001"), ("Words", $"{LongName} {LongEmail} <b>rides</b>"), ("Email", LongEmail));
        await GivenRole(me, Role.Administrator);
        await GivenRole(me, Role.Analyst, Force);
        var person = await GivenPassword(await GivenAccount(LongName, LongEmail));
        var held = await GivenRole(person, Role.Sergeant, Ward("E05000001"));
        await GivenRole(person, Role.PanelMember, Borough("E09000002"), new(2024, 1, 1), new(2025, 1, 1));
        var lost = await GivenRole(person, Role.Pcso, Ward("E05000901"));
        await CookieOf(person);
        await CookieOf(me);
        var closed = await GivenAccount("Pat Okafor");
        await GivenRole(await GivenAccount("Priya Nair"), Role.Analyst, Force);
        var now = Clock.GetUtcNow().UtcDateTime;
        var (invitation, recovery) = (Link.NewToken(), Link.NewToken());
        var passkey = Guid.CreateVersion7();
        var import = await With(db => db.Imports.Select(row => row.Id).FirstAsync(Cancel));
        var orders = Enum.GetValues<OrderState>().Select(state => new ImportOrder
        {
            Id = Guid.CreateVersion7(),
            Kind = "crimes",
            By = me.Id,
            Asked = now,
            State = state,
            File = "metropolitan-police-service-street-2026-04-without-any-blank.csv",
            Bytes = 1_234_567,
            Step = "Reading metropolitan-police-service-street-2026-04-without-any-blank.csv",
            Share = 40,
            Import = state == OrderState.Done ? import : null,
            Outcome = state == OrderState.Refused ? "Row 12: /var/lib/wardbook/uploads/0197a5b0c1d27e3f8a9b0c1d2e3f4a5b/metropolitan-police-service-street.csv has no column called Month." : "",
        }).ToList();
        await With(async db =>
        {
            (await db.Accounts.SingleAsync(row => row.Id == closed.Id, Cancel)).Closed = now;
            db.Passkeys.Add(new() { Id = passkey, Account = me.Id, Credential = [1], Name = "The phone that the station bought in the spring of 2026", PublicKey = [1], Made = now, Transports = "", Attestation = [], ClientData = [] });
            db.Links.Add(new() { Id = Guid.CreateVersion7(), Kind = LinkKind.Invitation, TokenHash = invitation.Hash, Made = now, Expires = now.AddDays(7), Email = LongEmail, Name = LongName, Role = Role.PanelMember, PlaceKind = "ward", PlaceCode = Ward("E05000001").Code, From = new(2026, 6, 15), By = me.Id });
            db.Links.Add(new() { Id = Guid.CreateVersion7(), Kind = LinkKind.Recovery, TokenHash = recovery.Hash, Made = now, Expires = now.AddMinutes(15), Account = person.Id });
            db.ImportOrders.AddRange(orders);
            Outbox.Add(db, LongEmail, "You are invited to Wardbook", "Hello");
            await db.SaveChangesAsync(Cancel);
        });
        var (team, posting, beat) = await GivenWork(me);
        await GivenConcern(Ward("E05000001"), $"{LongName} {LongEmail} <b>rides</b>", "somebody");
        var issue = await GivenIssue(Ward("E05000001"), "Mopeds on the pavement of Upper Waterworks Approach and everywhere else around there", "ann", "bob", "cem", "dee", "eve");
        await GivenIssue(Ward("E05000001"), "Dogs in the park", "fay");
        var priority = await GivenPriority(Ward("E05000001"), issue, "Mopeds on the pavement of Upper Waterworks Approach and everywhere else around there", daysAgo: 120);
        var (toDo, wasDone) = await GivenPlan(priority, posting.Officer);
        var (community, joined, elsewhere, through) = await GivenCommunities();
        var (planned, wasHeld, off, walk, finding) = await GivenActivities();
        var individual = await GivenKeyIndividual();
        var done = await GivenDone(Ward("E05000001"), "patrol", 1.5, daysAgo: 1, priority: priority, team: team, officer: posting.Officer, by: me, where: "Path behind the shops of Upper Waterworks Approach");
        await GivenDone(Ward("E05000001"), "intelligence", 2, daysAgo: 1, by: me);
        var putRight = await GivenDone(Ward("E05000001"), "arrests", 1, by: me);
        await GivenDone(Ward("E05000001"), "arrests", 1, by: me, corrects: putRight, takenBack: true);
        await Wardbook.Cycle.CycleRound.Do(Database, await Service<PlaceTrees>(), Cancel);
        return new Dictionary<string, string[]>
        {
            ["/work/"] = ["E05000001"],
            ["/work/E05000001/team/"] = [team.ToString()],
            [$"/work/E05000001/team/{team}/post/"] = [Guid.CreateVersion7().ToString()],
            [$"/work/E05000001/team/{team}/beats/"] = [beat.ToString(), Guid.CreateVersion7().ToString()],
            ["/work/E05000001/postings/"] = [posting.Posting.ToString()],
            ["/work/E05000001/profile/"] = ["schools", "worship"],
            ["/work/E05000001/communities/"] = [community.ToString(), joined.ToString(), elsewhere.ToString()],
            [$"/work/E05000001/communities/{community}/through/"] = [through.ToString()],
            [$"/work/E05000001/communities/{joined}/through/"] = [Guid.CreateVersion7().ToString()],
            [$"/work/E05000001/communities/{elsewhere}/through/"] = [],
            ["/work/E05000001/engagement/"] = [planned.ToString(), wasHeld.ToString(), off.ToString(), walk.ToString()],
            [$"/work/E05000001/engagement/{planned}/walk/"] = [],
            [$"/work/E05000001/engagement/{wasHeld}/walk/"] = [],
            [$"/work/E05000001/engagement/{off}/walk/"] = [],
            [$"/work/E05000001/engagement/{walk}/walk/"] = [finding.ToString(), Guid.CreateVersion7().ToString()],
            ["/work/E05000001/network/"] = [individual.ToString()],
            ["/work/E05000001/officers/"] = [posting.Officer.ToString()],
            ["/work/E05000001/issues/"] = [issue.ToString()],
            [$"/work/E05000001/issues/{issue}/evidence/counts/"] = [Guid.CreateVersion7().ToString()],
            ["/work/E05000001/priorities/"] = [priority.ToString()],
            ["/work/E05000001/activity/"] = [done.ToString(), putRight.ToString()],
            ["/administration/activity-kinds/"] = ["new", "arrests"],
            [$"/work/E05000001/priorities/{priority}/actions/"] = [Guid.CreateVersion7().ToString(), toDo.ToString()],
            ["/work/E05000001/actions/"] = [toDo.ToString(), wasDone.ToString()],
            ["/work/E05000001/concerns/"] = [(await With(db => db.Concerns.Select(row => row.Id).FirstAsync(Cancel))).ToString()],
            ["/administration/concern-categories/"] = ["new", "mopeds"],
            ["/performance/"] = ["E09000002", "metropolitan"],
            ["/promise/"] = ["E05000001", "E09000002"],
            ["/wards/"] = ["E05000001"],
            ["/places/"] = ["E09000002", "metropolitan"],
            ["/sources/"] = [.. (await With(db => db.Imports.Select(row => row.Id).ToListAsync(Cancel))).Select(id => id.ToString())],
            ["/join/"] = [invitation.Token, "nothing"],
            ["/recover/"] = [recovery.Token, "nothing"],
            ["/your-concern/"] = [new Uri(said.Url).AbsolutePath.Split('/')[^1], "nothing"],
            ["/account/passkey/"] = [passkey.ToString()],
            ["/history/"] = ["account"],
            ["/history/account/"] = [person.Id.ToString()],
            ["/administration/people/"] = [person.Id.ToString(), closed.Id.ToString(), me.Id.ToString()],
            ["/administration/roles/"] = [held.Id.ToString(), lost.Id.ToString()],
            ["/account/changes/"] = [passkey.ToString()],
            ["/administration/personal-data/"] = [closed.Id.ToString(), person.Id.ToString()],
            ["/administration/retention/"] = [.. Wardbook.Accounts.Personal.Retention.PersonalKinds.All.Select(kind => kind.Name)],
            ["/administration/imports/"] = [.. orders.Select(order => order.Id.ToString())],
            ["/administration/imports/new/"] = [.. ImportKind.All.Select(kind => kind.Name)],
        };
    }
}
