using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wardbook.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ActivityForAction : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Action",
                table: "ActivityRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ActivityRecords_Action",
                table: "ActivityRecords",
                column: "Action");

            migrationBuilder.AddForeignKey(
                name: "FK_ActivityRecords_PlannedActions_Action",
                table: "ActivityRecords",
                column: "Action",
                principalTable: "PlannedActions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ActivityRecords_PlannedActions_Action",
                table: "ActivityRecords");

            migrationBuilder.DropIndex(
                name: "IX_ActivityRecords_Action",
                table: "ActivityRecords");

            migrationBuilder.DropColumn(
                name: "Action",
                table: "ActivityRecords");
        }
    }
}
