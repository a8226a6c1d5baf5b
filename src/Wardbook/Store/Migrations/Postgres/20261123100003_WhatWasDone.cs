using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Wardbook.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WhatWasDone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ActivityKinds",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Group = table.Column<int>(type: "integer", nullable: false),
                    HasHalves = table.Column<bool>(type: "boolean", nullable: false),
                    AskAbove = table.Column<int>(type: "integer", nullable: false),
                    IsReferenceOnly = table.Column<bool>(type: "boolean", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityKinds", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "ActivityTotals",
                columns: table => new
                {
                    Step = table.Column<int>(type: "integer", nullable: false),
                    PlaceKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PlaceCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Team = table.Column<Guid>(type: "uuid", nullable: false),
                    Halves = table.Column<long>(type: "bigint", nullable: false),
                    Records = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityTotals", x => new { x.Step, x.PlaceKind, x.PlaceCode, x.From, x.Kind, x.Team });
                },
                comment: "Rows are kept in the order of the key.");

            migrationBuilder.CreateTable(
                name: "ActivityKindNames",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    One = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Many = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Made = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityKindNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActivityKindNames_ActivityKinds_Kind",
                        column: x => x.Kind,
                        principalTable: "ActivityKinds",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActivityRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlaceKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PlaceCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Halves = table.Column<int>(type: "integer", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Where = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Priority = table.Column<Guid>(type: "uuid", nullable: true),
                    Reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Team = table.Column<Guid>(type: "uuid", nullable: true),
                    Officer = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Made = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Corrects = table.Column<Guid>(type: "uuid", nullable: true),
                    IsTakenBack = table.Column<bool>(type: "boolean", nullable: false),
                    Why = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActivityRecords_ActivityKinds_Kind",
                        column: x => x.Kind,
                        principalTable: "ActivityKinds",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityRecords_ActivityRecords_Corrects",
                        column: x => x.Corrects,
                        principalTable: "ActivityRecords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityRecords_Officers_Officer",
                        column: x => x.Officer,
                        principalTable: "Officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityRecords_Priorities_Priority",
                        column: x => x.Priority,
                        principalTable: "Priorities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityRecords_Teams_Team",
                        column: x => x.Team,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "ActivityKinds",
                columns: new[] { "Code", "AskAbove", "From", "Group", "HasHalves", "IsReferenceOnly", "Rank", "To" },
                values: new object[,]
                {
                    { "abcs", 5, new DateOnly(1900, 1, 1), 2, false, false, 40, null },
                    { "arrests", 10, new DateOnly(1900, 1, 1), 1, false, false, 10, null },
                    { "asb-home-visits", 20, new DateOnly(1900, 1, 1), 2, false, false, 60, null },
                    { "asb-letters", 50, new DateOnly(1900, 1, 1), 2, false, false, 50, null },
                    { "asbos", 5, new DateOnly(1900, 1, 1), 1, false, false, 30, null },
                    { "attendance", 500, new DateOnly(1900, 1, 1), 4, false, false, 140, null },
                    { "crack-houses", 2, new DateOnly(1900, 1, 1), 1, false, false, 20, null },
                    { "have-a-say", 3, new DateOnly(1900, 1, 1), 4, false, false, 160, null },
                    { "intelligence", 10, new DateOnly(1900, 1, 1), 3, false, true, 110, null },
                    { "kin-interviews", 10, new DateOnly(1900, 1, 1), 3, false, false, 120, null },
                    { "leaflets", 5000, new DateOnly(1900, 1, 1), 4, false, false, 190, null },
                    { "meetings", 5, new DateOnly(1900, 1, 1), 4, false, false, 130, null },
                    { "patrol", 12, new DateOnly(1900, 1, 1), 2, true, false, 100, null },
                    { "school-visits", 5, new DateOnly(1900, 1, 1), 4, false, false, 180, null },
                    { "street-briefings", 5, new DateOnly(1900, 1, 1), 4, false, false, 150, null },
                    { "surgeries", 5, new DateOnly(1900, 1, 1), 4, false, false, 170, null },
                    { "target-hardening", 50, new DateOnly(1900, 1, 1), 2, false, false, 70, null },
                    { "visits-burglary", 20, new DateOnly(1900, 1, 1), 2, false, false, 80, null },
                    { "visits-robbery", 20, new DateOnly(1900, 1, 1), 2, false, false, 90, null }
                });

            migrationBuilder.InsertData(
                table: "ActivityKindNames",
                columns: new[] { "Id", "From", "Kind", "Made", "Many", "Name", "One" },
                values: new object[,]
                {
                    { new Guid("0000001e-0001-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "arrests", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "arrests", "Arrests", "arrest" },
                    { new Guid("0000001e-0002-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "crack-houses", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "crack houses closed", "Crack houses closed", "crack house closed" },
                    { new Guid("0000001e-0003-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "asbos", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "ASBOs", "Anti-social behaviour orders (ASBO)", "ASBO" },
                    { new Guid("0000001e-0004-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "abcs", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "ABCs", "Acceptable behaviour contracts (ABC)", "ABC" },
                    { new Guid("0000001e-0005-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "asb-letters", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "ASB letters", "Letters about anti-social behaviour", "ASB letter" },
                    { new Guid("0000001e-0006-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "asb-home-visits", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "ASB home visits", "Home visits about anti-social behaviour", "ASB home visit" },
                    { new Guid("0000001e-0007-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "target-hardening", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "places made safer", "Homes and places made harder to break into", "place made safer" },
                    { new Guid("0000001e-0008-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "visits-burglary", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "visits to victims of burglary", "Visits to victims of burglary", "visit to a victim of burglary" },
                    { new Guid("0000001e-0009-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "visits-robbery", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "visits to victims of robbery", "Visits to victims of robbery", "visit to a victim of robbery" },
                    { new Guid("0000001e-000a-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "patrol", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "patrol hours", "Patrol", "patrol hour" },
                    { new Guid("0000001e-000b-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "intelligence", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "intelligence reports", "Intelligence reports", "intelligence report" },
                    { new Guid("0000001e-000c-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "kin-interviews", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "talks with key individuals", "Talks with key individuals", "talk with a key individual" },
                    { new Guid("0000001e-000d-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "meetings", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "meetings", "Meetings", "meeting" },
                    { new Guid("0000001e-000e-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "attendance", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "people attending", "People who came to meetings", "person attending" },
                    { new Guid("0000001e-000f-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "street-briefings", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "street briefings", "Street briefings", "street briefing" },
                    { new Guid("0000001e-0010-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "have-a-say", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "have-a-say and mapping events", "Have-a-say and mapping events", "have-a-say or mapping event" },
                    { new Guid("0000001e-0011-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "surgeries", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "surgeries", "Surgeries", "surgery" },
                    { new Guid("0000001e-0012-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "school-visits", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "school visits", "School visits", "school visit" },
                    { new Guid("0000001e-0013-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "leaflets", new DateTime(2026, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "leaflets", "Leaflets handed out", "leaflet" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityKindNames_Kind",
                table: "ActivityKindNames",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityRecords_Corrects",
                table: "ActivityRecords",
                column: "Corrects",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ActivityRecords_Kind",
                table: "ActivityRecords",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityRecords_MadeBy_Day",
                table: "ActivityRecords",
                columns: new[] { "MadeBy", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityRecords_Officer",
                table: "ActivityRecords",
                column: "Officer");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityRecords_PlaceCode_Day",
                table: "ActivityRecords",
                columns: new[] { "PlaceCode", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityRecords_Priority_Day",
                table: "ActivityRecords",
                columns: new[] { "Priority", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityRecords_Team",
                table: "ActivityRecords",
                column: "Team");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityTotals_Step_From",
                table: "ActivityTotals",
                columns: new[] { "Step", "From" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActivityKindNames");

            migrationBuilder.DropTable(
                name: "ActivityRecords");

            migrationBuilder.DropTable(
                name: "ActivityTotals");

            migrationBuilder.DropTable(
                name: "ActivityKinds");
        }
    }
}
