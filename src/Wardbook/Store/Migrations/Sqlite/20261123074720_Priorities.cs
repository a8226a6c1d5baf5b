using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wardbook.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Priorities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Priorities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlaceCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Adopted = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Meeting = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    For = table.Column<int>(type: "INTEGER", nullable: true),
                    Against = table.Column<int>(type: "INTEGER", nullable: true),
                    Abstained = table.Column<int>(type: "INTEGER", nullable: true),
                    Measure = table.Column<int>(type: "INTEGER", nullable: false),
                    MeasureOf = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Baseline = table.Column<double>(type: "REAL", nullable: true),
                    JudgeBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Closed = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Priorities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrioritySources",
                columns: table => new
                {
                    Priority = table.Column<Guid>(type: "TEXT", nullable: false),
                    Issue = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrioritySources", x => new { x.Priority, x.Issue });
                    table.ForeignKey(
                        name: "FK_PrioritySources_Issues_Issue",
                        column: x => x.Issue,
                        principalTable: "Issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PrioritySources_Priorities_Priority",
                        column: x => x.Priority,
                        principalTable: "Priorities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Priority = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Meeting = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Closes = table.Column<bool>(type: "INTEGER", nullable: false),
                    Measured = table.Column<double>(type: "REAL", nullable: true),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reviews_Priorities_Priority",
                        column: x => x.Priority,
                        principalTable: "Priorities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Updates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Priority = table.Column<Guid>(type: "TEXT", nullable: false),
                    Review = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Published = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sent = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Updates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Updates_Priorities_Priority",
                        column: x => x.Priority,
                        principalTable: "Priorities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Updates_Reviews_Review",
                        column: x => x.Review,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Priorities_PlaceCode_Closed",
                table: "Priorities",
                columns: new[] { "PlaceCode", "Closed" });

            migrationBuilder.CreateIndex(
                name: "IX_PrioritySources_Issue",
                table: "PrioritySources",
                column: "Issue");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_Priority",
                table: "Reviews",
                column: "Priority");

            migrationBuilder.CreateIndex(
                name: "IX_Updates_Priority",
                table: "Updates",
                column: "Priority");

            migrationBuilder.CreateIndex(
                name: "IX_Updates_Review",
                table: "Updates",
                column: "Review");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PrioritySources");

            migrationBuilder.DropTable(
                name: "Updates");

            migrationBuilder.DropTable(
                name: "Reviews");

            migrationBuilder.DropTable(
                name: "Priorities");
        }
    }
}
