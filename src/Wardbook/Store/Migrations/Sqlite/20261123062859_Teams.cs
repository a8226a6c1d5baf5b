using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Wardbook.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Teams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ListedKinds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Use = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListedKinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Officers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Account = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublicName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    NameAgreed = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PhotographAgreed = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Officers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlaceVersions",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaceVersions", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "EngagementActivities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlaceCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Starts = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Ends = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Where = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LatitudeE7 = table.Column<int>(type: "INTEGER", nullable: true),
                    LongitudeE7 = table.Column<int>(type: "INTEGER", nullable: true),
                    Series = table.Column<Guid>(type: "TEXT", nullable: true),
                    SeriesDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Advertised = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Held = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attendance = table.Column<int>(type: "INTEGER", nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Cancelled = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WhyCancelled = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EngagementActivities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EngagementActivities_ListedKinds_Kind",
                        column: x => x.Kind,
                        principalTable: "ListedKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Teams",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PlaceKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlaceCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Telephone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Remit = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Teams", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Teams_ListedKinds_Kind",
                        column: x => x.Kind,
                        principalTable: "ListedKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficerPhotographs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Jpeg = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficerPhotographs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfficerPhotographs_Officers_Id",
                        column: x => x.Id,
                        principalTable: "Officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Establishments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Team = table.Column<Guid>(type: "TEXT", nullable: false),
                    PostKind = table.Column<Guid>(type: "TEXT", nullable: false),
                    Posts = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Establishments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Establishments_ListedKinds_PostKind",
                        column: x => x.PostKind,
                        principalTable: "ListedKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Establishments_Teams_Team",
                        column: x => x.Team,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MicroBeats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Team = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Streets = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MicroBeats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MicroBeats_Teams_Team",
                        column: x => x.Team,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Postings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    Team = table.Column<Guid>(type: "TEXT", nullable: false),
                    PostKind = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsNamedContact = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WhyEnded = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenOverFrom = table.Column<Guid>(type: "TEXT", nullable: true),
                    Corrects = table.Column<Guid>(type: "TEXT", nullable: true),
                    CorrectedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Postings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Postings_ListedKinds_PostKind",
                        column: x => x.PostKind,
                        principalTable: "ListedKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Postings_Officers_Officer",
                        column: x => x.Officer,
                        principalTable: "Officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Postings_Teams_Team",
                        column: x => x.Team,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BeatOfficers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Beat = table.Column<Guid>(type: "TEXT", nullable: false),
                    Posting = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BeatOfficers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BeatOfficers_MicroBeats_Beat",
                        column: x => x.Beat,
                        principalTable: "MicroBeats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BeatOfficers_Postings_Posting",
                        column: x => x.Posting,
                        principalTable: "Postings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "ListedKinds",
                columns: new[] { "Id", "From", "List", "Name", "Order", "Slug", "To", "Use" },
                values: new object[,]
                {
                    { new Guid("00000001-0001-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "team", "Neighbourhood team", 10, "neighbourhood", null, null },
                    { new Guid("00000001-0002-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "team", "Transport team", 20, "transport", null, null },
                    { new Guid("00000001-0003-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "team", "Schools team", 30, "schools", null, null },
                    { new Guid("00000001-0004-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "team", "Tasking unit", 40, "task", null, null },
                    { new Guid("00000002-0001-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "post", "Sergeant", 10, "sergeant", null, null },
                    { new Guid("00000002-0002-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "post", "Constable", 20, "constable", null, null },
                    { new Guid("00000002-0003-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "post", "Police community support officer", 30, "pcso", null, null },
                    { new Guid("00000002-0004-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "post", "Special constable", 40, "special", null, null },
                    { new Guid("00000003-0001-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "posting-end", "Moved to another team", 10, "moved", null, null },
                    { new Guid("00000003-0002-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "posting-end", "Promoted", 20, "promoted", null, null },
                    { new Guid("00000003-0003-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "posting-end", "Became a police constable", 30, "became-constable", null, null },
                    { new Guid("00000003-0004-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "posting-end", "Left the force", 40, "left", null, null },
                    { new Guid("00000003-0005-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "posting-end", "Retired", 50, "retired", null, null },
                    { new Guid("00000003-0006-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "posting-end", "The post ended", 60, "ended", null, null },
                    { new Guid("00000003-0007-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "posting-end", "Another reason", 70, "other", null, null },
                    { new Guid("00000004-0001-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "People of one place", 10, "place", null, null },
                    { new Guid("00000004-0002-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "Faith", 20, "faith", null, null },
                    { new Guid("00000004-0003-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "Ethnicity or nationality", 30, "ethnicity", null, null },
                    { new Guid("00000004-0004-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "Newly arrived", 40, "new", null, null },
                    { new Guid("00000004-0005-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "Young people", 50, "young", null, null },
                    { new Guid("00000004-0006-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "Older people", 60, "old", null, null },
                    { new Guid("00000004-0007-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "Disabled people", 70, "disability", null, null },
                    { new Guid("00000004-0008-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "LGBT+ people", 80, "lgbt", null, null },
                    { new Guid("00000004-0009-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "Business", 90, "business", null, null },
                    { new Guid("00000004-000a-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "People who work at night", 100, "night", null, null },
                    { new Guid("00000004-000b-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "Commuters and visitors", 110, "visit", null, null },
                    { new Guid("00000004-000c-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "Students", 120, "students", null, null },
                    { new Guid("00000004-000d-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "Tenants and residents", 130, "housing", null, null },
                    { new Guid("00000004-000e-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "Gypsy, Roma and Traveller people", 140, "travellers", null, null },
                    { new Guid("00000004-000f-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "community", "Another community", 150, "other", null, null },
                    { new Guid("00000005-0001-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Public meeting", 10, "public-meeting", null, null },
                    { new Guid("00000005-0002-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Street briefing", 20, "street-briefing", null, null },
                    { new Guid("00000005-0003-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Surgery", 30, "surgery", null, "surgery" },
                    { new Guid("00000005-0004-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Have-a-say day", 40, "have-a-say", null, null },
                    { new Guid("00000005-0005-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Environmental visual audit", 50, "eva", null, "walk" },
                    { new Guid("00000005-0006-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Mapping exercise", 60, "mapping", null, null },
                    { new Guid("00000005-0007-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Questionnaire", 70, "questionnaire", null, null },
                    { new Guid("00000005-0008-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Key individual interview", 80, "kin-interview", null, null },
                    { new Guid("00000005-0009-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Independent advisory group", 90, "advisory-group", null, null },
                    { new Guid("00000005-000a-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Meeting with an intermediary", 100, "intermediary", null, null },
                    { new Guid("00000005-000b-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "School visit", 110, "school-visit", null, null },
                    { new Guid("00000005-000c-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Themed meeting", 120, "themed", null, null },
                    { new Guid("00000005-000d-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Coffee morning", 130, "coffee", null, null },
                    { new Guid("00000005-000e-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Mobile police station", 140, "mobile-station", null, null },
                    { new Guid("00000005-000f-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Youth activity", 150, "youth", null, null },
                    { new Guid("00000005-0010-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Online meeting", 160, "online", null, null },
                    { new Guid("00000005-0011-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "engagement", "Another kind", 170, "other", null, null }
                });

            migrationBuilder.CreateIndex(
                name: "IX_BeatOfficers_Beat",
                table: "BeatOfficers",
                column: "Beat");

            migrationBuilder.CreateIndex(
                name: "IX_BeatOfficers_Posting",
                table: "BeatOfficers",
                column: "Posting");

            migrationBuilder.CreateIndex(
                name: "IX_EngagementActivities_Kind",
                table: "EngagementActivities",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_EngagementActivities_PlaceKind_PlaceCode_Day",
                table: "EngagementActivities",
                columns: new[] { "PlaceKind", "PlaceCode", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_EngagementActivities_Series_SeriesDay",
                table: "EngagementActivities",
                columns: new[] { "Series", "SeriesDay" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Establishments_PostKind",
                table: "Establishments",
                column: "PostKind");

            migrationBuilder.CreateIndex(
                name: "IX_Establishments_Team",
                table: "Establishments",
                column: "Team");

            migrationBuilder.CreateIndex(
                name: "IX_ListedKinds_List_Slug",
                table: "ListedKinds",
                columns: new[] { "List", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MicroBeats_Team",
                table: "MicroBeats",
                column: "Team");

            migrationBuilder.CreateIndex(
                name: "IX_Officers_Account",
                table: "Officers",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_Postings_Officer",
                table: "Postings",
                column: "Officer");

            migrationBuilder.CreateIndex(
                name: "IX_Postings_PostKind",
                table: "Postings",
                column: "PostKind");

            migrationBuilder.CreateIndex(
                name: "IX_Postings_Team",
                table: "Postings",
                column: "Team");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_Kind",
                table: "Teams",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_PlaceKind_PlaceCode",
                table: "Teams",
                columns: new[] { "PlaceKind", "PlaceCode" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BeatOfficers");

            migrationBuilder.DropTable(
                name: "EngagementActivities");

            migrationBuilder.DropTable(
                name: "Establishments");

            migrationBuilder.DropTable(
                name: "OfficerPhotographs");

            migrationBuilder.DropTable(
                name: "PlaceVersions");

            migrationBuilder.DropTable(
                name: "MicroBeats");

            migrationBuilder.DropTable(
                name: "Postings");

            migrationBuilder.DropTable(
                name: "Officers");

            migrationBuilder.DropTable(
                name: "Teams");

            migrationBuilder.DropTable(
                name: "ListedKinds");
        }
    }
}
