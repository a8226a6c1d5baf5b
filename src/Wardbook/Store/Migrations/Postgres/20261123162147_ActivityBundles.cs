using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wardbook.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ActivityBundles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ActivityTotals_Step_From_Kind",
                table: "ActivityTotals");

            migrationBuilder.DropIndex(
                name: "IX_ActivityRecords_PlaceCode_Day",
                table: "ActivityRecords");

            migrationBuilder.CreateTable(
                name: "ActivityBundles",
                columns: table => new
                {
                    PlaceKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PlaceCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Bundle = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityBundles", x => new { x.PlaceKind, x.PlaceCode });
                },
                comment: "Rows are kept in the order of the key.");

            migrationBuilder.CreateTable(
                name: "BundledTotals",
                columns: table => new
                {
                    Step = table.Column<int>(type: "integer", nullable: false),
                    Bundle = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Halves = table.Column<long>(type: "bigint", nullable: false),
                    Records = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BundledTotals", x => new { x.Step, x.Bundle, x.From, x.Kind });
                },
                comment: "Rows are kept in the order of the key.");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityTotals_Step_Kind_From",
                table: "ActivityTotals",
                columns: new[] { "Step", "Kind", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityRecords_PlaceCode_Day_Made_Id",
                table: "ActivityRecords",
                columns: new[] { "PlaceCode", "Day", "Made", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActivityBundles");

            migrationBuilder.DropTable(
                name: "BundledTotals");

            migrationBuilder.DropIndex(
                name: "IX_ActivityTotals_Step_Kind_From",
                table: "ActivityTotals");

            migrationBuilder.DropIndex(
                name: "IX_ActivityRecords_PlaceCode_Day_Made_Id",
                table: "ActivityRecords");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityTotals_Step_From_Kind",
                table: "ActivityTotals",
                columns: new[] { "Step", "From", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityRecords_PlaceCode_Day",
                table: "ActivityRecords",
                columns: new[] { "PlaceCode", "Day" });
        }
    }
}
