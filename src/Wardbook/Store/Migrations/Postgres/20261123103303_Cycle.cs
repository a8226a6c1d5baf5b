using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wardbook.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Cycle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CycleThresholds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    ProfileMonths = table.Column<int>(type: "integer", nullable: false),
                    ReachedMonths = table.Column<int>(type: "integer", nullable: false),
                    OrderWeeks = table.Column<int>(type: "integer", nullable: false),
                    Channels = table.Column<int>(type: "integer", nullable: false),
                    TopIssues = table.Column<int>(type: "integer", nullable: false),
                    EvidenceMonths = table.Column<int>(type: "integer", nullable: false),
                    FewestPriorities = table.Column<int>(type: "integer", nullable: false),
                    MostPriorities = table.Column<int>(type: "integer", nullable: false),
                    ActWeeks = table.Column<int>(type: "integer", nullable: false),
                    ReviewMonths = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CycleThresholds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeptStages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlaceKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PlaceCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Missing = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptStages", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "CycleThresholds",
                columns: new[] { "Id", "ActWeeks", "Channels", "EvidenceMonths", "FewestPriorities", "From", "MostPriorities", "OrderWeeks", "ProfileMonths", "ReachedMonths", "ReviewMonths", "TopIssues" },
                values: new object[] { new Guid("0000001e-0002-0000-8000-574152440001"), 4, 2, 12, 3, new DateOnly(1900, 1, 1), 5, 12, 12, 12, 12, 5 });

            migrationBuilder.CreateIndex(
                name: "IX_CycleThresholds_From",
                table: "CycleThresholds",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_KeptStages_Now",
                table: "KeptStages",
                columns: new[] { "PlaceKind", "PlaceCode", "Stage" },
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_KeptStages_PlaceCode_Stage_From",
                table: "KeptStages",
                columns: new[] { "PlaceCode", "Stage", "From" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CycleThresholds");

            migrationBuilder.DropTable(
                name: "KeptStages");
        }
    }
}
