using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.Record;
using Wardbook.Accounts;
using Wardbook.Accounts.SignIn.Single;
using Wardbook.Accounts.SignIn;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Activity;
using Wardbook.Activity.Counting;
using Wardbook.Concerns;
using Wardbook.Concerns.Answers;
using Wardbook.Concerns.Categories;
using Wardbook.Concerns.Issues;
using Wardbook.Concerns.Saying;
using Wardbook.Concerns.Unsafe;
using Wardbook.Crimes;
using Wardbook.Cycle;
using Wardbook.Engagement;
using Wardbook.Engagement.Activities;
using Wardbook.Engagement.Communities;
using Wardbook.Engagement.Network;
using Wardbook.Engagement.Profile;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Priorities;
using Wardbook.Priorities.Evidence;
using Wardbook.Priorities.Evidence.Timed;
using Wardbook.Priorities.Plans;
using Wardbook.Shared.Background;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Mail;
using Wardbook.Sources;
using Wardbook.Sources.Orders;
using Wardbook.Teams;

namespace Wardbook.Store;

/// <summary>The list of tables. Each is described beside its entity, in the folder of its feature.</summary>
public abstract class WardbookDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Encrypt what is marked as encrypted.</summary>
    public required Keys Keys { get; init; }

    /// <summary>Who makes the changes that are saved.</summary>
    public required Func<Author> Author { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>What the record of change has added to what is being saved.</summary>
    internal List<object> BeingRecorded { get; } = [];

    /// <summary>Only the leader that seals the record of change may give its entries numbers.</summary>
    internal bool IsSealing { get; set; }

    /// <summary>Personal values are being taken out: that they changed is recorded, and not what they were.</summary>
    internal bool IsErasing { get; set; }

    public DbSet<RecordEntry> RecordEntries => Set<RecordEntry>();

    public DbSet<RecordedValue> RecordedValues => Set<RecordedValue>();

    public DbSet<RetentionRule> RetentionRules => Set<RetentionRule>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportFault> ImportFaults => Set<ImportFault>();

    public DbSet<ImportOrder> ImportOrders => Set<ImportOrder>();

    public DbSet<Force> Forces => Set<Force>();

    public DbSet<BoundarySet> BoundarySets => Set<BoundarySet>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<PlaceNeighbour> PlaceNeighbours => Set<PlaceNeighbour>();

    public DbSet<PlaceSuccessor> PlaceSuccessors => Set<PlaceSuccessor>();

    public DbSet<Population> Populations => Set<Population>();

    public DbSet<ProfileItem> ProfileItems => Set<ProfileItem>();

    public DbSet<ProfileFigure> ProfileFigures => Set<ProfileFigure>();

    public DbSet<LookupEntry> Lookups => Set<LookupEntry>();

    public DbSet<LookupInUse> LookupsInUse => Set<LookupInUse>();

    public DbSet<Postcode> Postcodes => Set<Postcode>();

    public DbSet<CrimeSeries> CrimeSeries => Set<CrimeSeries>();

    public DbSet<CrimeCategory> CrimeCategories => Set<CrimeCategory>();

    public DbSet<CrimeMonth> CrimeMonths => Set<CrimeMonth>();

    public DbSet<CrimeBlock> CrimeBlocks => Set<CrimeBlock>();

    public DbSet<CrimeCount> CrimeCounts => Set<CrimeCount>();

    public DbSet<CrimeAssignment> CrimeAssignments => Set<CrimeAssignment>();

    public DbSet<PublishedOffence> PublishedOffences => Set<PublishedOffence>();

    public DbSet<PublishedCount> PublishedCounts => Set<PublishedCount>();

    public DbSet<PublishedArea> PublishedAreas => Set<PublishedArea>();

    public DbSet<ConcernCategory> ConcernCategories => Set<ConcernCategory>();

    public DbSet<Priority> Priorities => Set<Priority>();

    public DbSet<PrioritySource> PrioritySources => Set<PrioritySource>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Update> Updates => Set<Update>();

    public DbSet<PlanStep> PlanSteps => Set<PlanStep>();

    public DbSet<PriorityOwner> PriorityOwners => Set<PriorityOwner>();

    public DbSet<PlannedAction> PlannedActions => Set<PlannedAction>();

    public DbSet<ActionStep> ActionSteps => Set<ActionStep>();

    public DbSet<EvidenceNote> EvidenceNotes => Set<EvidenceNote>();

    public DbSet<TimedCounts> TimedCounts => Set<TimedCounts>();

    public DbSet<ReadyPack> ReadyPacks => Set<ReadyPack>();

    public DbSet<Issue> Issues => Set<Issue>();

    public DbSet<Grouping> Groupings => Set<Grouping>();

    public DbSet<Concern> Concerns => Set<Concern>();

    public DbSet<ConcernReach> ConcernReaches => Set<ConcernReach>();

    public DbSet<ConcernLink> ConcernLinks => Set<ConcernLink>();

    public DbSet<ConcernSender> ConcernSenders => Set<ConcernSender>();

    public DbSet<ConcernPicture> ConcernPictures => Set<ConcernPicture>();

    public DbSet<UnsafePin> UnsafePins => Set<UnsafePin>();

    public DbSet<ConcernStep> ConcernSteps => Set<ConcernStep>();

    public DbSet<AnswerPromise> AnswerPromises => Set<AnswerPromise>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<HeldRole> HeldRoles => Set<HeldRole>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<OutsideName> OutsideNames => Set<OutsideName>();

    public DbSet<GroupHolding> GroupHoldings => Set<GroupHolding>();

    public DbSet<RoundNote> RoundNotes => Set<RoundNote>();

    public DbSet<GuardKey> GuardKeys => Set<GuardKey>();

    public DbSet<SignInTry> SignInTries => Set<SignInTry>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<Link> Links => Set<Link>();

    public DbSet<ListedKind> ListedKinds => Set<ListedKind>();

    public DbSet<PlaceVersion> PlaceVersions => Set<PlaceVersion>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Establishment> Establishments => Set<Establishment>();

    public DbSet<Officer> Officers => Set<Officer>();

    public DbSet<OfficerPhotograph> OfficerPhotographs => Set<OfficerPhotograph>();

    public DbSet<Posting> Postings => Set<Posting>();

    public DbSet<MicroBeat> MicroBeats => Set<MicroBeat>();

    public DbSet<BeatOfficer> BeatOfficers => Set<BeatOfficer>();

    public DbSet<EngagementActivity> EngagementActivities => Set<EngagementActivity>();

    public DbSet<Community> Communities => Set<Community>();

    public DbSet<CommunityWard> CommunityWards => Set<CommunityWard>();

    public DbSet<Intermediary> Intermediaries => Set<Intermediary>();

    public DbSet<ProfileSection> ProfileSections => Set<ProfileSection>();

    public DbSet<ActivityCommunity> ActivityCommunities => Set<ActivityCommunity>();

    public DbSet<ActivitySeries> ActivitySeries => Set<ActivitySeries>();

    public DbSet<WalkFinding> WalkFindings => Set<WalkFinding>();

    public DbSet<WalkPhotograph> WalkPhotographs => Set<WalkPhotograph>();

    public DbSet<KeyIndividual> KeyIndividuals => Set<KeyIndividual>();

    public DbSet<KeyIndividualCover> KeyIndividualCovers => Set<KeyIndividualCover>();

    public DbSet<ActivityKind> ActivityKinds => Set<ActivityKind>();

    public DbSet<ActivityKindName> ActivityKindNames => Set<ActivityKindName>();

    public DbSet<HeldCount> HeldCounts => Set<HeldCount>();

    public DbSet<ActivityRecord> ActivityRecords => Set<ActivityRecord>();

    public DbSet<ActivityTotal> ActivityTotals => Set<ActivityTotal>();

    public DbSet<ActivityBundle> ActivityBundles => Set<ActivityBundle>();

    public DbSet<BundledTotal> BundledTotals => Set<BundledTotal>();

    public DbSet<CycleThresholds> CycleThresholds => Set<CycleThresholds>();

    public DbSet<KeptStage> KeptStages => Set<KeptStage>();

    public DbSet<KeyInterview> KeyInterviews => Set<KeyInterview>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Month>().HaveConversion<MonthConverter>();
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<PlaceCode>().HaveConversion<PlaceCodeConverter>().HaveMaxLength(PlaceCode.LongestText);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        // Every id is made in code (design: a database that makes ids makes migrations that never settle).
        model.Entity<Setting>().HasKey(setting => setting.Name);
        model.Entity<RoundNote>().HasKey(note => note.Name);
        model.Entity<GuardKey>().Property(key => key.Id).ValueGeneratedNever();
        LetterTables.Describe(model);
        ImportTables.Describe(model);
        PlacesTables.Describe(model);
        CrimeTables.Describe(model);
        AccountTables.Describe(model);
        ConcernTables.Describe(model);
        IssueTables.Describe(model);
        PriorityTables.Describe(model);
        PlanTables.Describe(model);
        EvidenceTables.Describe(model);
        RecordTables.Describe(model);
        RetentionRule.Describe(model);
        model.Entity<PlaceVersion>().HasKey(row => row.Code);
        ListedKind.Describe(model);
        TeamTables.Describe(model);
        EngagementTables.Describe(model);
        ActivityTables.Describe(model);
        CycleTables.Describe(model);
        EncryptedColumns.Apply(model, Keys);
    }

    /// <summary>Marks a table whose rows are kept in the order of its key (SQLite: WITHOUT ROWID).</summary>
    internal const string WithoutRowId = "Rows are kept in the order of the key.";

    /// <summary>Every moment is UTC, and comes back as such from a database that keeps no such thing.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(moment => moment, kept => DateTime.SpecifyKind(kept, DateTimeKind.Utc));

    private sealed class MonthConverter() : ValueConverter<Month, int>(month => month.Stamp, stamp => Month.OfStamp(stamp));

    private sealed class PlaceCodeConverter() : ValueConverter<PlaceCode, string>(code => code.Text, text => PlaceCode.Parse(text));
}
