using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wardbook.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReachStays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ConcernReaches_Concerns_Concern",
                table: "ConcernReaches");

            migrationBuilder.AddForeignKey(
                name: "FK_ConcernReaches_Concerns_Concern",
                table: "ConcernReaches",
                column: "Concern",
                principalTable: "Concerns",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ConcernReaches_Concerns_Concern",
                table: "ConcernReaches");

            migrationBuilder.AddForeignKey(
                name: "FK_ConcernReaches_Concerns_Concern",
                table: "ConcernReaches",
                column: "Concern",
                principalTable: "Concerns",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
