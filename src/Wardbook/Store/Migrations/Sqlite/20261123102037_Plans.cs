using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wardbook.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Plans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PlannedActions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Priority = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Told = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OwnerOfficer = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerPartner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Ended = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndRecorded = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OutcomeTold = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlannedActions_Officers_OwnerOfficer",
                        column: x => x.OwnerOfficer,
                        principalTable: "Officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlannedActions_Priorities_Priority",
                        column: x => x.Priority,
                        principalTable: "Priorities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Priority = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanSteps_Priorities_Priority",
                        column: x => x.Priority,
                        principalTable: "Priorities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PriorityOwners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Priority = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    OwnerOfficer = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerPartner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriorityOwners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PriorityOwners_Officers_OwnerOfficer",
                        column: x => x.OwnerOfficer,
                        principalTable: "Officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PriorityOwners_Priorities_Priority",
                        column: x => x.Priority,
                        principalTable: "Priorities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActionSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Action = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Told = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OwnerOfficer = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerPartner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Ended = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionSteps_PlannedActions_Action",
                        column: x => x.Action,
                        principalTable: "PlannedActions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ActionSteps_Action",
                table: "ActionSteps",
                column: "Action");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedActions_OwnerOfficer",
                table: "PlannedActions",
                column: "OwnerOfficer");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedActions_Priority",
                table: "PlannedActions",
                column: "Priority");

            migrationBuilder.CreateIndex(
                name: "IX_PlanSteps_Priority_Step_Number",
                table: "PlanSteps",
                columns: new[] { "Priority", "Step", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PriorityOwners_OwnerOfficer",
                table: "PriorityOwners",
                column: "OwnerOfficer");

            migrationBuilder.CreateIndex(
                name: "IX_PriorityOwners_Priority_Number",
                table: "PriorityOwners",
                columns: new[] { "Priority", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActionSteps");

            migrationBuilder.DropTable(
                name: "PlanSteps");

            migrationBuilder.DropTable(
                name: "PriorityOwners");

            migrationBuilder.DropTable(
                name: "PlannedActions");
        }
    }
}
