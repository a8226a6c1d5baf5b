using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wardbook.Store.Migrations.Sqlite
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Issue = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Issue = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    Among = table.Column<int>(type: "INTEGER", nullable: false),
                    Places = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: true),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Issue = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    First = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Last = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Counted = table.Column<string>(type: "TEXT", maxLength: 1176, nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenOut = table.Column<DateTime>(type: "TEXT", nullable: true)
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
