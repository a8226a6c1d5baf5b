using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Wardbook.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Answers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "Answered",
                table: "Concerns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Appealed",
                table: "Concerns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AskedSince",
                table: "Concerns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Due",
                table: "Concerns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DueMonth",
                table: "Concerns",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Escalated",
                table: "Concerns",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedInto",
                table: "Concerns",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Moderation",
                table: "Concerns",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<Guid>(
                name: "PausedFor",
                table: "Concerns",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PausedSince",
                table: "Concerns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PublicLatitudeE7",
                table: "Concerns",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PublicLongitudeE7",
                table: "Concerns",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublicPlace",
                table: "Concerns",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PublicWords",
                table: "Concerns",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "SameAs",
                table: "Concerns",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Since",
                table: "Concerns",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Concerns",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "AnswerPromises",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Hours = table.Column<int>(type: "integer", nullable: false),
                    SergeantHours = table.Column<int>(type: "integer", nullable: false),
                    InspectorHours = table.Column<int>(type: "integer", nullable: false),
                    AskDays = table.Column<int>(type: "integer", nullable: false),
                    Fewest = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerPromises", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConcernPictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Concern = table.Column<Guid>(type: "uuid", nullable: false),
                    Jpeg = table.Column<string>(type: "text", nullable: false),
                    Added = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernPictures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConcernPictures_Concerns_Concern",
                        column: x => x.Concern,
                        principalTable: "Concerns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConcernSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Concern = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Undone = table.Column<Guid>(type: "uuid", nullable: true),
                    Before = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConcernSteps_Concerns_Concern",
                        column: x => x.Concern,
                        principalTable: "Concerns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UnsafePins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlaceKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PlaceCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LatitudeE7 = table.Column<int>(type: "integer", nullable: true),
                    LongitudeE7 = table.Column<int>(type: "integer", nullable: true),
                    Street = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Time = table.Column<int>(type: "integer", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    FromKey = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnsafePins", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "AnswerPromises",
                columns: new[] { "Id", "AskDays", "Fewest", "From", "Hours", "InspectorHours", "SergeantHours" },
                values: new object[] { new Guid("0000001e-0001-0000-8000-574152440001"), 42, 5, new DateOnly(1900, 1, 1), 72, 8, 24 });

            migrationBuilder.InsertData(
                table: "ListedKinds",
                columns: new[] { "Id", "From", "List", "Name", "Order", "Slug", "To", "Use" },
                values: new object[,]
                {
                    { new Guid("00000015-0001-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "answer-pause", "We asked whoever said it for more", 10, "asked-back", null, null },
                    { new Guid("00000015-0002-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "answer-pause", "A partner has been asked", 20, "partner", null, null },
                    { new Guid("00000015-0003-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "answer-pause", "An investigation must not be disturbed", 30, "investigation", null, null },
                    { new Guid("00000015-0004-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "answer-pause", "A visit was agreed", 40, "appointment", null, null }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_Answered",
                table: "Concerns",
                column: "Answered");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_MergedInto",
                table: "Concerns",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_PlaceCode_DueMonth",
                table: "Concerns",
                columns: new[] { "PlaceCode", "DueMonth" });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_SameAs",
                table: "Concerns",
                column: "SameAs");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_State_Due",
                table: "Concerns",
                columns: new[] { "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_AnswerPromises_From",
                table: "AnswerPromises",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_ConcernPictures_Concern",
                table: "ConcernPictures",
                column: "Concern");

            migrationBuilder.CreateIndex(
                name: "IX_ConcernSteps_Concern_At",
                table: "ConcernSteps",
                columns: new[] { "Concern", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_UnsafePins_FromKey_Day",
                table: "UnsafePins",
                columns: new[] { "FromKey", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_UnsafePins_PlaceCode_Day",
                table: "UnsafePins",
                columns: new[] { "PlaceCode", "Day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnswerPromises");

            migrationBuilder.DropTable(
                name: "ConcernPictures");

            migrationBuilder.DropTable(
                name: "ConcernSteps");

            migrationBuilder.DropTable(
                name: "UnsafePins");

            migrationBuilder.DropIndex(
                name: "IX_Concerns_Answered",
                table: "Concerns");

            migrationBuilder.DropIndex(
                name: "IX_Concerns_MergedInto",
                table: "Concerns");

            migrationBuilder.DropIndex(
                name: "IX_Concerns_PlaceCode_DueMonth",
                table: "Concerns");

            migrationBuilder.DropIndex(
                name: "IX_Concerns_SameAs",
                table: "Concerns");

            migrationBuilder.DropIndex(
                name: "IX_Concerns_State_Due",
                table: "Concerns");

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000015-0001-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000015-0002-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000015-0003-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000015-0004-0000-8000-574152440001"));

            migrationBuilder.DropColumn(
                name: "Answered",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "Appealed",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "AskedSince",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "Due",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "DueMonth",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "Escalated",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "Moderation",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "PausedFor",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "PausedSince",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "PublicLatitudeE7",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "PublicLongitudeE7",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "PublicPlace",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "PublicWords",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "SameAs",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Concerns");
        }
    }
}
