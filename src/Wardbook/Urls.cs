using System.Globalization;
using Wardbook.Places;

namespace Wardbook;

/// <summary>Every address of the site, once. The page's own file says it again on its first line; a test finds the two that differ.</summary>
public static class Urls
{
    public const string Home = "/";

    public const string Find = "/find";

    public const string Compare = "/compare";

    public const string Area = "/area";

    public const string Sources = "/sources";

    public const string About = "/about-the-figures";

    public const string Live = "/health/live";

    public const string Ready = "/health/ready";

    public const string StyleGuide = "/style-guide";

    /// <summary>What a reader sees instead of a page that cannot be shown.</summary>
    public static string Problem(int status) => $"/problem/{status}";

    public static string Ward(PlaceCode ward) => $"/wards/{ward}";

    /// <summary>Any place that is not a ward: a borough, a cluster, a force.</summary>
    public static string Place(PlaceCode place) => $"/places/{place}";

    public static string PlaceOf(string kind, PlaceCode code) => kind == "ward" ? Ward(code) : Place(code);

    /// <summary>What people of a ward say matters most.</summary>
    public static string Issues(PlaceCode ward) => $"/wards/{ward}/issues";

    /// <summary>What a ward works on.</summary>
    public static string Priorities(PlaceCode ward) => $"/wards/{ward}/priorities";

    public static string WorkPriorities(PlaceCode ward) => $"/work/{ward}/priorities";

    public static string AdoptPriority(PlaceCode ward) => $"/work/{ward}/priorities/adopt";

    public static string WorkPriority(PlaceCode ward, Guid priority) => $"/work/{ward}/priorities/{priority}";

    /// <summary>What was done in a ward, record by record.</summary>
    public static string WorkActivity(PlaceCode ward) => $"/work/{ward}/activity";

    /// <summary>Where what was done is recorded.</summary>
    public static string RecordActivity(PlaceCode ward) => $"/work/{ward}/activity/new";

    public static string ActivityRecord(PlaceCode ward, Guid record) => $"/work/{ward}/activity/{record}";

    /// <summary>Puts a record right, or takes it back.</summary>
    public static string CorrectActivity(PlaceCode ward, Guid record) => $"/work/{ward}/activity/{record}/correct";

    /// <summary>What was done in a ward, added up.</summary>
    public static string ActivityTotals(PlaceCode ward) => $"/work/{ward}/activity/totals";

    /// <summary>What was done in a borough, a cluster or a force, added up and its wards beside each other.</summary>
    public static string PlaceActivity(PlaceCode place) => $"/performance/{place}/activity";

    /// <summary>The priorities of its wards by what they are about, and how many were resolved.</summary>
    public static string PlacePriorities(PlaceCode place) => $"/performance/{place}/priorities";

    /// <summary>What teams count, as the force has it.</summary>
    public const string ActivityKinds = "/administration/activity-kinds";

    /// <param name="code">Or <c>new</c>.</param>
    public static string ActivityKind(string code) => $"{ActivityKinds}/{Uri.EscapeDataString(code)}";

    /// <summary>What a team means to do about a priority, and what is done.</summary>
    public static string Plan(PlaceCode ward, Guid priority) => $"/work/{ward}/priorities/{priority}/plan";

    /// <param name="step">The short name of a step, such as <c>scanning</c>.</param>
    public static string PlanStep(PlaceCode ward, Guid priority, string step) => $"/work/{ward}/priorities/{priority}/plan/{step}";

    /// <summary>Who owns a priority.</summary>
    public static string PriorityOwner(PlaceCode ward, Guid priority) => $"/work/{ward}/priorities/{priority}/owner";

    /// <summary>Plans an action, or says better what it is.</summary>
    /// <param name="action">With an id that is no action's yet, a new one.</param>
    public static string PlanAction(PlaceCode ward, Guid priority, Guid action) => $"/work/{ward}/priorities/{priority}/actions/{action}";

    /// <summary>What is known about an issue, for the panel.</summary>
    public static string Evidence(PlaceCode ward, Guid issue) => $"/work/{ward}/issues/{issue}/evidence";

    /// <param name="part"><c>place</c>, <c>offender</c>, <c>victim</c> or <c>crime</c>.</param>
    public static string EvidenceNote(PlaceCode ward, Guid issue, string part) => $"/work/{ward}/issues/{issue}/evidence/{part}";

    /// <summary>Attaches counts by weekday and hour.</summary>
    /// <param name="counts">The id that they will have.</param>
    public static string TimedCounts(PlaceCode ward, Guid issue, Guid counts) => $"/work/{ward}/issues/{issue}/evidence/counts/{counts}";

    /// <summary>What is to be done in a ward, by whom, by when.</summary>
    public static string Actions(PlaceCode ward) => $"/work/{ward}/actions";

    public static string Action(PlaceCode ward, Guid action) => $"/work/{ward}/actions/{action}";

    /// <param name="act"><c>done</c>, <c>drop</c>, <c>carry</c>, <c>hand-over</c> or <c>undo</c>.</param>
    public static string ActOnAction(PlaceCode ward, Guid action, string act) => $"/work/{ward}/actions/{action}/{act}";

    public static string WorkIssues(PlaceCode ward) => $"/work/{ward}/issues";

    public static string WorkIssue(PlaceCode ward, Guid issue) => $"/work/{ward}/issues/{issue}";

    /// <summary>The desk of whoever runs a ward: what is due, overdue, unanswered, missing and new.</summary>
    public static string Work(PlaceCode ward) => $"/work/{ward}";

    /// <summary>The seven stages of a ward, and what is missing.</summary>
    public static string WardCycle(PlaceCode ward) => $"/work/{ward}/cycle";

    /// <summary>The desk of whoever has several wards: a cluster, a borough, a force.</summary>
    public static string PlaceDesk(PlaceCode place) => $"/places/{place}/desk";

    /// <summary>The stages of all wards of a cluster, a borough or a force.</summary>
    public static string Cycles(PlaceCode place) => $"/places/{place}/cycles";

    /// <summary>What the force asks of its teams' cycle.</summary>
    public const string CycleRules = "/administration/cycle";

    public static string WorkTeam(PlaceCode ward) => $"/work/{ward}/team";

    /// <summary>Where somebody who wants to say something finds the ward.</summary>
    public const string Say = "/say";

    /// <summary>The public form of a ward.</summary>
    public static string SayIn(PlaceCode ward) => $"/wards/{ward}/say";

    /// <summary>What people have said about a ward, in public words.</summary>
    public static string Said(PlaceCode ward) => $"/wards/{ward}/said";

    /// <summary>Where people feel unsafe in a ward: pins without words.</summary>
    public static string Unsafe(PlaceCode ward) => $"/wards/{ward}/unsafe";

    /// <summary>What concerns are about, as the force has it, and what it promises.</summary>
    public const string ConcernCategories = "/administration/concern-categories";

    /// <param name="code">Or <c>new</c>.</param>
    public static string ConcernCategory(string code) => $"{ConcernCategories}/{Uri.EscapeDataString(code)}";

    /// <summary>Where whoever said something adds a photograph.</summary>
    public static string ConcernPhotograph(string token) => $"/your-concern/{token}/photograph";

    /// <summary>A photograph as the team sees it.</summary>
    public static string WorkConcernPhotograph(PlaceCode ward, Guid concern, Guid picture) => $"/work/{ward}/concerns/{concern}/photographs/{picture}";

    /// <summary>How often answers came in the promised time.</summary>
    public static string Promise(PlaceCode place) => $"/promise/{place}";

    /// <summary>The desk at which a team reads, answers and moderates what people say.</summary>
    public static string WorkConcerns(PlaceCode ward) => $"/work/{ward}/concerns";

    /// <summary>What a machine sent in numbers, held together.</summary>
    public static string Heap(PlaceCode ward) => $"/work/{ward}/concerns/heap";

    /// <summary>Where many concerns are entered as they are said, at an activity or without one.</summary>
    public static string EnterConcerns(PlaceCode ward, Guid? activity = null) => $"/work/{ward}/concerns/enter{(activity is { } id ? $"?activity={id}" : "")}";

    public static string WorkConcern(PlaceCode ward, Guid concern) => $"/work/{ward}/concerns/{concern}";

    /// <summary>The private page of whoever said something.</summary>
    public static string YourConcern(string token) => $"/your-concern/{token}";

    /// <summary>What a team is called and how residents reach it. With an id that is no team's yet, a new one.</summary>
    public static string AboutTeam(PlaceCode ward, Guid team) => $"/work/{ward}/team/{team}/about";

    public static string Establishment(PlaceCode ward, Guid team) => $"/work/{ward}/team/{team}/posts";

    /// <param name="posting">The id that the posting will have: sent twice, it is one.</param>
    public static string NewPosting(PlaceCode ward, Guid team, Guid posting) => $"/work/{ward}/team/{team}/post/{posting}";

    /// <param name="act"><c>end</c>, <c>hand-over</c> or <c>correct</c>.</param>
    public static string ChangePosting(PlaceCode ward, Guid posting, string act) => $"/work/{ward}/postings/{posting}/{act}";

    /// <param name="beat">With an id that is no beat's yet, a new one.</param>
    public static string Beat(PlaceCode ward, Guid team, Guid beat) => $"/work/{ward}/team/{team}/beats/{beat}";

    /// <summary>An officer's public name and photograph.</summary>
    public static string Officer(PlaceCode ward, Guid officer) => $"/work/{ward}/officers/{officer}";

    public static string Profile(PlaceCode ward) => $"/work/{ward}/profile";

    /// <param name="subject">The short name of a subject, such as <c>schools</c>.</param>
    public static string ProfileSection(PlaceCode ward, string subject) => $"/work/{ward}/profile/{subject}";

    public static string Communities(PlaceCode ward) => $"/work/{ward}/communities";

    public static string Community(PlaceCode ward, Guid community) => $"/work/{ward}/communities/{community}";

    /// <param name="community">With an id that is no community's yet, a new one.</param>
    public static string EditCommunity(PlaceCode ward, Guid community) => $"/work/{ward}/communities/{community}/edit";

    /// <param name="act"><c>join</c>, <c>part</c>, <c>end</c> or <c>add</c>.</param>
    public static string ActOnCommunity(PlaceCode ward, Guid community, string act) => $"/work/{ward}/communities/{community}/{act}";

    /// <param name="intermediary">With an id that is nobody's yet, somebody new.</param>
    public static string Intermediary(PlaceCode ward, Guid community, Guid intermediary) => $"/work/{ward}/communities/{community}/through/{intermediary}";

    public static string Engagement(PlaceCode ward) => $"/work/{ward}/engagement";

    public static string Activity(PlaceCode ward, Guid activity) => $"/work/{ward}/engagement/{activity}";

    /// <param name="activity">With an id that is no activity's yet, a new one.</param>
    public static string PlanActivity(PlaceCode ward, Guid activity) => $"/work/{ward}/engagement/{activity}/plan";

    /// <param name="act"><c>advertise</c>, <c>held</c>, <c>cancel</c> or <c>restore</c>.</param>
    public static string ActOnActivity(PlaceCode ward, Guid activity, string act) => $"/work/{ward}/engagement/{activity}/{act}";

    /// <summary>What was found on a walk.</summary>
    public static string Walk(PlaceCode ward, Guid activity) => $"/work/{ward}/engagement/{activity}/walk";

    /// <param name="finding">The id that the finding will have.</param>
    public static string Finding(PlaceCode ward, Guid activity, Guid finding) => $"/work/{ward}/engagement/{activity}/walk/{finding}";

    /// <summary>The key individual network.</summary>
    public static string Network(PlaceCode ward) => $"/work/{ward}/network";

    public static string KeyIndividual(PlaceCode ward, Guid person) => $"/work/{ward}/network/{person}";

    /// <param name="person">With an id that is nobody's yet, somebody new.</param>
    public static string EditKeyIndividual(PlaceCode ward, Guid person) => $"/work/{ward}/network/{person}/edit";

    public static string EraseKeyIndividual(PlaceCode ward, Guid person) => $"/work/{ward}/network/{person}/erase";

    /// <summary>When and where residents can meet the team.</summary>
    public static string Meet(PlaceCode ward) => $"/wards/{ward}/meet";

    /// <summary>The photograph that residents see.</summary>
    public static string OfficerPhotograph(PlaceCode ward, Guid officer) => $"/wards/{ward}/officers/{officer}";

    public static string Streets(PlaceCode ward) => $"/wards/{ward}/streets";

    /// <summary>Every ward of a force, borough or cluster, 50 to a page.</summary>
    public static string WardsOf(PlaceCode place) => $"/places/{place}/wards";

    public static string FindAt(Point point) => string.Create(CultureInfo.InvariantCulture, $"/find?at={point.Latitude:0.#####},{point.Longitude:0.#####}");

    public static string FindText(string text) => $"/find?q={Uri.EscapeDataString(text)}";

    /// <summary>The outlines of boroughs, to find a place by.</summary>
    public const string AllWards = "/boroughs.geojson";

    /// <summary>For administrators: whether all is well.</summary>
    public const string HealthPage = "/administration/health";

    public const string SignOnPage = "/administration/sign-on";

    /// <summary>Leads to a force's own sign-on.</summary>
    public const string SingleSignOn = "/sign-in/single";

    public const string SingleSignOnToJoin = $"{SingleSignOn}?join=true";

    public static string SingleSignOnFor(string to) => $"{SingleSignOn}?to={Uri.EscapeDataString(to)}";

    public const string SettingsPage = "/administration/settings";

    public const string MailPage = "/administration/mail";

    /// <summary>Where imports are asked for and followed.</summary>
    public const string Imports = "/administration/imports";

    public static string NewImport(string kind) => $"/administration/imports/new/{kind}";

    public static string ImportOrder(Guid order) => $"/administration/imports/{order}";

    public static string Source(Guid import) => $"/sources/{import}";

    public const string SignIn = "/sign-in";

    public const string Code = "/sign-in/code";

    public const string SignOut = "/sign-out";

    public const string Recover = "/recover";

    /// <summary>Sign in as one of the parts of the demonstration. Not there outside it.</summary>
    public const string Parts = "/demonstration/parts";

    /// <summary>My account: how I sign in, where I am signed in, what I may do.</summary>
    public const string Account = "/account";

    /// <summary>What each role may do.</summary>
    public const string RoleTable = "/roles";

    /// <summary>What was changed about me.</summary>
    public const string MyChanges = "/account/changes";

    /// <summary>What was changed of one record about me.</summary>
    public static string MyChangesOf(Guid record) => $"{MyChanges}/{record}";

    public const string MyPassword = "/account/password";

    public const string MyApp = "/account/code-app";

    public const string MyPasskey = "/account/passkey";

    /// <summary>Sign in, and come back to where one was.</summary>
    public static string SignInFor(string? to) => to is null ? SignIn : $"{SignIn}?to={Uri.EscapeDataString(to)}";

    /// <summary>Show once more who one is, and come back.</summary>
    public static string SignInAgain(string to) => $"{SignIn}?again=true&to={Uri.EscapeDataString(to)}";

    public static string CodeFor(string to) => $"{Code}?to={Uri.EscapeDataString(to)}";

    /// <summary>Makes an account from a link.</summary>
    public static string Join(string token) => $"/join/{token}";

    /// <summary>Sets a new password from a link.</summary>
    public static string RecoverBy(string token) => $"/recover/{token}";

    public static string RemovePasskey(Guid passkey) => $"/account/passkey/{passkey}/remove";

    /// <summary>The record of change.</summary>
    public const string Changes = "/administration/changes";

    /// <summary>What somebody did.</summary>
    public static string ChangesBy(Guid account) => $"{Changes}?by={account}";

    /// <summary>What concerns somebody.</summary>
    public static string ChangesAbout(Guid account) => $"{Changes}?about={account}";

    /// <summary>What happened to one record.</summary>
    public static string History(string kind, string key) => $"/history/{Uri.EscapeDataString(kind.Replace(' ', '-'))}/{string.Join('/', key.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>How long personal records are kept.</summary>
    public const string Retention = "/administration/retention";

    /// <summary>Where the rule of one kind is changed.</summary>
    public static string RetentionRule(string kind) => $"{Retention}/{Uri.EscapeDataString(kind)}";

    /// <summary>Where it is asked whose data is meant.</summary>
    public const string FindPersonalData = "/administration/personal-data";

    /// <summary>What is held about one person.</summary>
    public static string PersonalData(Guid account) => $"{FindPersonalData}/{account}";

    /// <param name="format"><c>json</c> or <c>txt</c>.</param>
    public static string PersonalDataFile(Guid account, string format) => $"{FindPersonalData}/{account}/data.{format}";

    public static string ErasePerson(Guid account) => $"{FindPersonalData}/{account}/erase";

    public const string People = "/administration/people";

    public const string Invitations = "/administration/invitations";

    public const string Invite = "/administration/invitations/new";

    public static string Person(Guid account) => $"/administration/people/{account}";

    public static string GiveRole(Guid account) => $"/administration/people/{account}/give";

    /// <param name="act"><c>close</c>, <c>open</c>, <c>end-sessions</c> or <c>start-again</c>.</param>
    public static string ActOn(Guid account, string act) => $"/administration/people/{account}/{act}";

    public static string EndRole(Guid held) => $"/administration/roles/{held}/end";

    public static string HandOver(Guid held) => $"/administration/roles/{held}/hand-over";

    /// <summary>To the places that came instead of one that was abolished.</summary>
    public static string MoveRole(Guid held) => $"/administration/roles/{held}/move";
}
