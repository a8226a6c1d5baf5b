using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wardbook.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EvidenceNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Issue = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Made = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceNotes_Issues_Issue",
                        column: x => x.Issue,
                        principalTable: "Issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReadyPacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Issue = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: true),
                    Among = table.Column<int>(type: "integer", nullable: false),
                    Places = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    People = table.Column<int>(type: "integer", nullable: true),
                    Facts = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Made = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadyPacks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReadyPacks_Issues_Issue",
                        column: x => x.Issue,
                        principalTable: "Issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TimedCounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Issue = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    First = table.Column<DateOnly>(type: "date", nullable: false),
                    Last = table.Column<DateOnly>(type: "date", nullable: false),
                    Counted = table.Column<string>(type: "character varying(1176)", maxLength: 1176, nullable: false),
                    Made = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenOut = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TimedCounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TimedCounts_Issues_Issue",
                        column: x => x.Issue,
                        principalTable: "Issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceNotes_Issue_Part_Number",
                table: "EvidenceNotes",
                columns: new[] { "Issue", "Part", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReadyPacks_Issue",
                table: "ReadyPacks",
                column: "Issue");

            migrationBuilder.CreateIndex(
                name: "IX_TimedCounts_Issue",
                table: "TimedCounts",
                column: "Issue");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EvidenceNotes");

            migrationBuilder.DropTable(
                name: "ReadyPacks");

            migrationBuilder.DropTable(
                name: "TimedCounts");
        }
    }
}
