using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Wardbook.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HeldCounted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsCounted",
                table: "EngagementActivities",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "Held",
                table: "ActivityRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "HeldCounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Engagement = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldCounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HeldCounts_ActivityKinds_Kind",
                        column: x => x.Kind,
                        principalTable: "ActivityKinds",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HeldCounts_ListedKinds_Engagement",
                        column: x => x.Engagement,
                        principalTable: "ListedKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "HeldCounts",
                columns: new[] { "Id", "Engagement", "From", "Kind", "Part", "To" },
                values: new object[,]
                {
                    { new Guid("0000001f-0001-0000-8000-574152440001"), new Guid("00000005-0001-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "meetings", 1, null },
                    { new Guid("0000001f-0002-0000-8000-574152440001"), new Guid("00000005-0001-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "attendance", 2, null },
                    { new Guid("0000001f-0003-0000-8000-574152440001"), new Guid("00000005-000c-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "meetings", 1, null },
                    { new Guid("0000001f-0004-0000-8000-574152440001"), new Guid("00000005-000c-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "attendance", 2, null },
                    { new Guid("0000001f-0005-0000-8000-574152440001"), new Guid("00000005-000d-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "meetings", 1, null },
                    { new Guid("0000001f-0006-0000-8000-574152440001"), new Guid("00000005-000d-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "attendance", 2, null },
                    { new Guid("0000001f-0007-0000-8000-574152440001"), new Guid("00000005-0009-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "meetings", 1, null },
                    { new Guid("0000001f-0008-0000-8000-574152440001"), new Guid("00000005-0009-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "attendance", 2, null },
                    { new Guid("0000001f-0009-0000-8000-574152440001"), new Guid("00000005-000a-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "meetings", 1, null },
                    { new Guid("0000001f-000a-0000-8000-574152440001"), new Guid("00000005-000a-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "attendance", 2, null },
                    { new Guid("0000001f-000b-0000-8000-574152440001"), new Guid("00000005-0010-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "meetings", 1, null },
                    { new Guid("0000001f-000c-0000-8000-574152440001"), new Guid("00000005-0010-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "attendance", 2, null },
                    { new Guid("0000001f-000d-0000-8000-574152440001"), new Guid("00000005-0002-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "street-briefings", 1, null },
                    { new Guid("0000001f-000e-0000-8000-574152440001"), new Guid("00000005-0004-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "have-a-say", 1, null },
                    { new Guid("0000001f-000f-0000-8000-574152440001"), new Guid("00000005-0006-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "have-a-say", 1, null },
                    { new Guid("0000001f-0010-0000-8000-574152440001"), new Guid("00000005-0003-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "surgeries", 1, null },
                    { new Guid("0000001f-0011-0000-8000-574152440001"), new Guid("00000005-000b-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "school-visits", 1, null },
                    { new Guid("0000001f-0012-0000-8000-574152440001"), new Guid("00000005-0008-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "kin-interviews", 1, null }
                });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityRecords_Held",
                table: "ActivityRecords",
                column: "Held",
                filter: "\"Held\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityRecords_Held_Once",
                table: "ActivityRecords",
                columns: new[] { "Held", "Kind" },
                unique: true,
                filter: "\"Held\" IS NOT NULL AND \"Corrects\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_HeldCounts_Engagement",
                table: "HeldCounts",
                column: "Engagement");

            migrationBuilder.CreateIndex(
                name: "IX_HeldCounts_Kind",
                table: "HeldCounts",
                column: "Kind");

            migrationBuilder.AddForeignKey(
                name: "FK_ActivityRecords_EngagementActivities_Held",
                table: "ActivityRecords",
                column: "Held",
                principalTable: "EngagementActivities",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ActivityRecords_EngagementActivities_Held",
                table: "ActivityRecords");

            migrationBuilder.DropTable(
                name: "HeldCounts");

            migrationBuilder.DropIndex(
                name: "IX_ActivityRecords_Held",
                table: "ActivityRecords");

            migrationBuilder.DropIndex(
                name: "IX_ActivityRecords_Held_Once",
                table: "ActivityRecords");

            migrationBuilder.DropColumn(
                name: "IsCounted",
                table: "EngagementActivities");

            migrationBuilder.DropColumn(
                name: "Held",
                table: "ActivityRecords");
        }
    }
}
