using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wardbook.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ActivityShown : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ActivityTotals_Step_From",
                table: "ActivityTotals");

            migrationBuilder.AddColumn<bool>(
                name: "IsPublic",
                table: "ActivityKinds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "abcs",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "arrests",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "asb-home-visits",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "asb-letters",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "asbos",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "attendance",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "crack-houses",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "have-a-say",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "intelligence",
                column: "IsPublic",
                value: false);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "kin-interviews",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "leaflets",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "meetings",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "patrol",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "school-visits",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "street-briefings",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "surgeries",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "target-hardening",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "visits-burglary",
                column: "IsPublic",
                value: true);

            migrationBuilder.UpdateData(
                table: "ActivityKinds",
                keyColumn: "Code",
                keyValue: "visits-robbery",
                column: "IsPublic",
                value: true);

            migrationBuilder.CreateIndex(
                name: "IX_ActivityTotals_Step_From_Kind",
                table: "ActivityTotals",
                columns: new[] { "Step", "From", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ActivityTotals_Step_From_Kind",
                table: "ActivityTotals");

            migrationBuilder.DropColumn(
                name: "IsPublic",
                table: "ActivityKinds");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityTotals_Step_From",
                table: "ActivityTotals",
                columns: new[] { "Step", "From" });
        }
    }
}
