using Wardbook.Shared.Tables;

namespace Wardbook.Teams;

/// <summary>The tables of a ward's teams: the page shows them, and <c>/work/{ward}/team.csv</c> and <c>.json</c> are them.</summary>
public static class TeamLists
{
    public const string People = "people", Posts = "posts", Beats = "beats";

    /// <returns>Null when there is no table of this name.</returns>
    public static Table? Named(WardTeams teams, string name) => name switch
    {
        People => OfPeople(teams),
        Posts => OfPosts(teams.Teams),
        Beats => OfBeats(teams.Teams),
        _ => null,
    };

    public static Table OfPeople(WardTeams teams) => new Table<(TeamOnDay Team, Posted Posted)>(
            "Who is posted", [.. teams.Teams.SelectMany(team => team.People.Concat(team.Coming).Select(one => (team, one)))])
        .Text("team", "Team", row => row.Team.Team.Name)
        .Text("name", "Name", row => row.Posted.Called)
        .Text("number", "Number", row => row.Posted.Number, absent: "none")
        .Text("post", "Post", row => teams.Posts.NameOf(row.Posted.Posting.PostKind))
        .Text("named_contact", "Named contact", row => row.Posted.Posting.IsNamedContact ? "yes" : "no")
        .Text("public_name", "Public name", row => row.Posted.PublicName, absent: "none")
        .Text("from", "From", row => row.Posted.Posting.From)
        .Text("to", "To", row => row.Posted.Posting.To, absent: "no end known");

    public static Table OfPosts(IReadOnlyList<TeamOnDay> teams) => Posted(teams);

    /// <summary>The same of one team, where the page says which.</summary>
    public static Table PostsOf(TeamOnDay team)
    {
        var table = Posted([team]);
        return table with { Columns = [.. table.Columns.Skip(1)] };
    }

    private static Table<(TeamOnDay Team, PostStrength Post)> Posted(IReadOnlyList<TeamOnDay> teams) => new Table<(TeamOnDay Team, PostStrength Post)>(
            "Posts and who fills them", [.. teams.SelectMany(team => team.Posts.Select(post => (team, post)))])
        .Text("team", "Team", row => row.Team.Team.Name)
        .Text("post", "Post", row => row.Post.Kind.Name)
        .Number("posts", "Posts", row => row.Post.Posts, absent: "not recorded")
        .Number("filled", "Filled", row => row.Post.Held)
        .Number("empty", "Empty", row => row.Post.Posts is null ? null : row.Post.Empty, absent: "not known")
        .Number("vacant_post_days", "Post-days empty", row => row.Post.Vacancies?.VacantPostDays, absent: "not known")
        .Number("post_days", "Of post-days", row => row.Post.Vacancies?.PostDays, absent: "not known")
        .Number("days_with_vacancy", "Days not full", row => row.Post.Vacancies?.DaysWithVacancy, absent: "not known");

    public static Table OfBeats(IReadOnlyList<TeamOnDay> teams) => new Table<(TeamOnDay Team, BeatOnDay Beat)>(
            "Beats", [.. teams.SelectMany(team => team.Beats.Select(beat => (team, beat)))])
        .Text("team", "Team", row => row.Team.Team.Name)
        .Text("beat", "Beat", row => row.Beat.Beat.Name)
        .Text("streets", "Streets", row => row.Beat.Beat.Streets)
        .Text("officer", "Officer", row => row.Beat.Officer?.Called, absent: "nobody")
        .Text("without_since", "Without since", row => row.Beat.Without, absent: "-");
}
