using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Wardbook.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Engagement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Partners",
                table: "EngagementActivities",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "RunBy",
                table: "EngagementActivities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ActivitySeries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    First = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivitySeries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Communities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    HasNoPlace = table.Column<bool>(type: "INTEGER", nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: true),
                    HowKnown = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    HowToReach = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Difficulty = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    JoinedWith = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Communities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Communities_Communities_JoinedWith",
                        column: x => x.JoinedWith,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Communities_ListedKinds_Kind",
                        column: x => x.Kind,
                        principalTable: "ListedKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeyIndividuals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlaceCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Contact = table.Column<string>(type: "TEXT", nullable: false),
                    Knows = table.Column<string>(type: "TEXT", nullable: false),
                    Agreed = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AgreedUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyIndividuals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProfileSections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlaceCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    Reviewed = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReviewedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileSections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProfileSections_ListedKinds_Subject",
                        column: x => x.Subject,
                        principalTable: "ListedKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WalkFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Activity = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Where = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LatitudeE7 = table.Column<int>(type: "INTEGER", nullable: true),
                    LongitudeE7 = table.Column<int>(type: "INTEGER", nullable: true),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenOut = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WalkFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WalkFindings_EngagementActivities_Activity",
                        column: x => x.Activity,
                        principalTable: "EngagementActivities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActivityCommunities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Activity = table.Column<Guid>(type: "TEXT", nullable: false),
                    Community = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityCommunities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActivityCommunities_Communities_Community",
                        column: x => x.Community,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityCommunities_EngagementActivities_Activity",
                        column: x => x.Activity,
                        principalTable: "EngagementActivities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommunityWards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Community = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlaceCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunityWards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommunityWards_Communities_Community",
                        column: x => x.Community,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Intermediaries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Community = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Contact = table.Column<string>(type: "TEXT", nullable: false),
                    Agreed = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Intermediaries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Intermediaries_Communities_Community",
                        column: x => x.Community,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeyIndividualCovers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Individual = table.Column<Guid>(type: "TEXT", nullable: false),
                    Beat = table.Column<Guid>(type: "TEXT", nullable: true),
                    Community = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyIndividualCovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeyIndividualCovers_Communities_Community",
                        column: x => x.Community,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KeyIndividualCovers_KeyIndividuals_Individual",
                        column: x => x.Individual,
                        principalTable: "KeyIndividuals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KeyIndividualCovers_MicroBeats_Beat",
                        column: x => x.Beat,
                        principalTable: "MicroBeats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeyInterviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Individual = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyInterviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeyInterviews_KeyIndividuals_Individual",
                        column: x => x.Individual,
                        principalTable: "KeyIndividuals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WalkPhotographs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Jpeg = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WalkPhotographs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WalkPhotographs_WalkFindings_Id",
                        column: x => x.Id,
                        principalTable: "WalkFindings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "ListedKinds",
                columns: new[] { "Id", "From", "List", "Name", "Order", "Slug", "To", "Use" },
                values: new object[,]
                {
                    { new Guid("00000006-0001-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "profile-section", "Who lives, works and comes here", 10, "people", null, null },
                    { new Guid("00000006-0002-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "profile-section", "Schools and colleges", 20, "schools", null, null },
                    { new Guid("00000006-0003-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "profile-section", "Places of worship", 30, "worship", null, null },
                    { new Guid("00000006-0004-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "profile-section", "Transport", 40, "transport", null, null },
                    { new Guid("00000006-0005-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "profile-section", "Licensed premises and the night", 50, "licensed", null, null },
                    { new Guid("00000006-0006-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "profile-section", "What made it hard to reach people so far", 60, "difficulty", null, null },
                    { new Guid("00000006-0007-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "profile-section", "What the community tells", 70, "knowledge", null, null }
                });

            migrationBuilder.CreateIndex(
                name: "IX_EngagementActivities_RunBy",
                table: "EngagementActivities",
                column: "RunBy");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityCommunities_Activity_Community",
                table: "ActivityCommunities",
                columns: new[] { "Activity", "Community" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ActivityCommunities_Community",
                table: "ActivityCommunities",
                column: "Community");

            migrationBuilder.CreateIndex(
                name: "IX_Communities_JoinedWith",
                table: "Communities",
                column: "JoinedWith");

            migrationBuilder.CreateIndex(
                name: "IX_Communities_Kind",
                table: "Communities",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_CommunityWards_Community_PlaceKind_PlaceCode",
                table: "CommunityWards",
                columns: new[] { "Community", "PlaceKind", "PlaceCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommunityWards_PlaceKind_PlaceCode",
                table: "CommunityWards",
                columns: new[] { "PlaceKind", "PlaceCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Intermediaries_Community",
                table: "Intermediaries",
                column: "Community");

            migrationBuilder.CreateIndex(
                name: "IX_KeyIndividualCovers_Beat",
                table: "KeyIndividualCovers",
                column: "Beat");

            migrationBuilder.CreateIndex(
                name: "IX_KeyIndividualCovers_Community",
                table: "KeyIndividualCovers",
                column: "Community");

            migrationBuilder.CreateIndex(
                name: "IX_KeyIndividualCovers_Individual",
                table: "KeyIndividualCovers",
                column: "Individual");

            migrationBuilder.CreateIndex(
                name: "IX_KeyIndividuals_PlaceKind_PlaceCode",
                table: "KeyIndividuals",
                columns: new[] { "PlaceKind", "PlaceCode" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyInterviews_Individual",
                table: "KeyInterviews",
                column: "Individual");

            migrationBuilder.CreateIndex(
                name: "IX_ProfileSections_PlaceKind_PlaceCode_Subject",
                table: "ProfileSections",
                columns: new[] { "PlaceKind", "PlaceCode", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProfileSections_Subject",
                table: "ProfileSections",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_WalkFindings_Activity",
                table: "WalkFindings",
                column: "Activity");

            migrationBuilder.AddForeignKey(
                name: "FK_EngagementActivities_ActivitySeries_Series",
                table: "EngagementActivities",
                column: "Series",
                principalTable: "ActivitySeries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_EngagementActivities_Postings_RunBy",
                table: "EngagementActivities",
                column: "RunBy",
                principalTable: "Postings",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_EngagementActivities_ActivitySeries_Series",
                table: "EngagementActivities");

            migrationBuilder.DropForeignKey(
                name: "FK_EngagementActivities_Postings_RunBy",
                table: "EngagementActivities");

            migrationBuilder.DropTable(
                name: "ActivityCommunities");

            migrationBuilder.DropTable(
                name: "ActivitySeries");

            migrationBuilder.DropTable(
                name: "CommunityWards");

            migrationBuilder.DropTable(
                name: "Intermediaries");

            migrationBuilder.DropTable(
                name: "KeyIndividualCovers");

            migrationBuilder.DropTable(
                name: "KeyInterviews");

            migrationBuilder.DropTable(
                name: "ProfileSections");

            migrationBuilder.DropTable(
                name: "WalkPhotographs");

            migrationBuilder.DropTable(
                name: "Communities");

            migrationBuilder.DropTable(
                name: "KeyIndividuals");

            migrationBuilder.DropTable(
                name: "WalkFindings");

            migrationBuilder.DropIndex(
                name: "IX_EngagementActivities_RunBy",
                table: "EngagementActivities");

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000006-0001-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000006-0002-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000006-0003-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000006-0004-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000006-0005-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000006-0006-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000006-0007-0000-8000-574152440001"));

            migrationBuilder.DropColumn(
                name: "Partners",
                table: "EngagementActivities");

            migrationBuilder.DropColumn(
                name: "RunBy",
                table: "EngagementActivities");
        }
    }
}
