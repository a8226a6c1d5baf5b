using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Wardbook.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Concerns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ConcernCategories",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Parent = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Advice = table.Column<string>(type: "TEXT", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    IsNeverOffered = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsNeverPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernCategories", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Concerns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlaceCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Said = table.Column<string>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Where = table.Column<int>(type: "INTEGER", nullable: false),
                    Street = table.Column<string>(type: "TEXT", nullable: true),
                    Pin = table.Column<string>(type: "TEXT", nullable: true),
                    Time = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<Guid>(type: "TEXT", nullable: false),
                    Activity = table.Column<Guid>(type: "TEXT", nullable: true),
                    SaidAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    IsHeld = table.Column<bool>(type: "INTEGER", nullable: false),
                    Verified = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PersonKey = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Concerns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Concerns_ConcernCategories_Category",
                        column: x => x.Category,
                        principalTable: "ConcernCategories",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Concerns_EngagementActivities_Activity",
                        column: x => x.Activity,
                        principalTable: "EngagementActivities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Concerns_ListedKinds_Channel",
                        column: x => x.Channel,
                        principalTable: "ListedKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConcernLinks",
                columns: table => new
                {
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Concern = table.Column<Guid>(type: "TEXT", nullable: false),
                    Proves = table.Column<bool>(type: "INTEGER", nullable: false),
                    Made = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernLinks", x => x.TokenHash);
                    table.ForeignKey(
                        name: "FK_ConcernLinks_Concerns_Concern",
                        column: x => x.Concern,
                        principalTable: "Concerns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConcernReaches",
                columns: table => new
                {
                    Concern = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", nullable: false),
                    Left = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Answered = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernReaches", x => x.Concern);
                    table.ForeignKey(
                        name: "FK_ConcernReaches_Concerns_Concern",
                        column: x => x.Concern,
                        principalTable: "Concerns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConcernSenders",
                columns: table => new
                {
                    Concern = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromKey = table.Column<string>(type: "TEXT", nullable: false),
                    WordsKey = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernSenders", x => x.Concern);
                    table.ForeignKey(
                        name: "FK_ConcernSenders_Concerns_Concern",
                        column: x => x.Concern,
                        principalTable: "Concerns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "ConcernCategories",
                columns: new[] { "Code", "Advice", "From", "IsNeverOffered", "IsNeverPublic", "Name", "Parent", "Rank", "To" },
                values: new object[,]
                {
                    { "asb", "", new DateOnly(1900, 1, 1), false, false, "Anti-social behaviour", null, 60, null },
                    { "at-home", "If somebody is in danger now call the emergency number. Somebody who is trained for it will read what you say.", new DateOnly(1900, 1, 1), true, true, "Something happening in a home or a family", null, 310, null },
                    { "bikes", "", new DateOnly(1900, 1, 1), false, false, "Bikes or e-scooters on the pavement", "vehicles", 50, null },
                    { "burglary", "If you were burgled please report it as a crime.", new DateOnly(1900, 1, 1), false, false, "Burglary", "theft", 190, null },
                    { "drug-dealing", "If you know who it is and do not want to say your name you can tell Crimestoppers.", new DateOnly(1900, 1, 1), false, false, "Dealing", "drugs", 160, null },
                    { "drug-use", "", new DateOnly(1900, 1, 1), false, false, "People using drugs", "drugs", 170, null },
                    { "drugs", "", new DateOnly(1900, 1, 1), false, false, "Drugs", null, 150, null },
                    { "fighting", "If somebody is in danger now call the emergency number.", new DateOnly(1900, 1, 1), false, false, "Fighting", "violence", 240, null },
                    { "fireworks", "", new DateOnly(1900, 1, 1), false, false, "Fireworks", "asb", 100, null },
                    { "graffiti", "", new DateOnly(1900, 1, 1), false, false, "Graffiti or damage", "place", 120, null },
                    { "groups", "", new DateOnly(1900, 1, 1), false, false, "Groups that people find threatening", "asb", 70, null },
                    { "hate", "You can also report it as a crime. Somebody who is trained for it will read what you say.", new DateOnly(1900, 1, 1), true, true, "Hate or prejudice", null, 300, null },
                    { "knives", "If somebody is in danger now call the emergency number.", new DateOnly(1900, 1, 1), false, false, "Knives or other weapons", "violence", 250, null },
                    { "lighting", "", new DateOnly(1900, 1, 1), false, false, "Poor lighting or overgrown paths", "place", 140, null },
                    { "mopeds", "", new DateOnly(1900, 1, 1), false, false, "Mopeds, motorbikes or scooters ridden dangerously or on the pavement", "vehicles", 20, null },
                    { "named-person", "Tell us what happens and where. You do not need to name them here.", new DateOnly(1900, 1, 1), true, true, "About a particular person", null, 320, null },
                    { "noise", "The council deals with noise from homes and building sites.", new DateOnly(1900, 1, 1), false, false, "Noise and nuisance", "asb", 80, null },
                    { "other", "", new DateOnly(1900, 1, 1), false, false, "Something else", null, 330, null },
                    { "parking", "The council deals with most parking. Tell us when it endangers people.", new DateOnly(1900, 1, 1), false, false, "Parking that blocks or endangers", "vehicles", 40, null },
                    { "patrols", "", new DateOnly(1900, 1, 1), false, false, "We do not see officers here", "visibility", 280, null },
                    { "place", "", new DateOnly(1900, 1, 1), false, false, "How a place looks and feels", null, 110, null },
                    { "reaching", "", new DateOnly(1900, 1, 1), false, false, "It is hard to reach the team", "visibility", 290, null },
                    { "rubbish", "The council takes rubbish and abandoned vehicles away.", new DateOnly(1900, 1, 1), false, false, "Rubbish, fly-tipping or abandoned vehicles", "place", 130, null },
                    { "shop-theft", "", new DateOnly(1900, 1, 1), false, false, "Theft from shops", "theft", 220, null },
                    { "speeding", "", new DateOnly(1900, 1, 1), false, false, "Speeding or dangerous driving", "vehicles", 30, null },
                    { "street-drinking", "", new DateOnly(1900, 1, 1), false, false, "Drinking in the street", "asb", 90, null },
                    { "theft", "If something was stolen from you please report it as a crime.", new DateOnly(1900, 1, 1), false, false, "Theft and burglary", null, 180, null },
                    { "theft-person", "If it happened to you please report it as a crime.", new DateOnly(1900, 1, 1), false, false, "Snatching and pickpocketing", "theft", 210, null },
                    { "theft-vehicle", "If it was yours please report it as a crime.", new DateOnly(1900, 1, 1), false, false, "Theft of or from cars and bikes", "theft", 200, null },
                    { "vehicles", "", new DateOnly(1900, 1, 1), false, false, "Cars, motorbikes and bikes", null, 10, null },
                    { "violence", "If somebody is in danger now call the emergency number.", new DateOnly(1900, 1, 1), false, false, "Violence and weapons", null, 230, null },
                    { "visibility", "", new DateOnly(1900, 1, 1), false, false, "Seeing and reaching the police", null, 270, null },
                    { "women-girls", "If somebody is in danger now call the emergency number.", new DateOnly(1900, 1, 1), false, false, "Harassment of women and girls in public", "violence", 260, null }
                });

            migrationBuilder.InsertData(
                table: "ListedKinds",
                columns: new[] { "Id", "From", "List", "Name", "Order", "Slug", "To", "Use" },
                values: new object[,]
                {
                    { new Guid("00000014-0001-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "concern-channel", "This site", 10, "public-form", null, null },
                    { new Guid("00000014-0002-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "concern-channel", "At a meeting or on the street", 20, "engagement", null, null },
                    { new Guid("00000014-0003-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "concern-channel", "Said to an officer on patrol", 30, "patrol", null, null },
                    { new Guid("00000014-0004-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "concern-channel", "Telephone", 40, "telephone", null, null },
                    { new Guid("00000014-0005-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "concern-channel", "Letter or mail", 50, "letter", null, null },
                    { new Guid("00000014-0006-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "concern-channel", "Survey", 60, "survey", null, null },
                    { new Guid("00000014-0007-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "concern-channel", "School or youth event", 70, "school", null, null },
                    { new Guid("00000014-0008-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "concern-channel", "Key individual", 80, "key-individual", null, null },
                    { new Guid("00000014-0009-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "concern-channel", "Partner", 90, "partner", null, null },
                    { new Guid("00000014-000a-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "concern-channel", "Councillor", 100, "councillor", null, null },
                    { new Guid("00000014-000b-0000-8000-574152440001"), new DateOnly(1900, 1, 1), "concern-channel", "Another channel", 110, "other", null, null }
                });

            migrationBuilder.CreateIndex(
                name: "IX_ConcernLinks_Concern",
                table: "ConcernLinks",
                column: "Concern");

            migrationBuilder.CreateIndex(
                name: "IX_ConcernReaches_Answered",
                table: "ConcernReaches",
                column: "Answered");

            migrationBuilder.CreateIndex(
                name: "IX_ConcernReaches_EmailKey",
                table: "ConcernReaches",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_Activity",
                table: "Concerns",
                column: "Activity");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_Category",
                table: "Concerns",
                column: "Category");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_Channel",
                table: "Concerns",
                column: "Channel");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_PlaceCode_SaidAt",
                table: "Concerns",
                columns: new[] { "PlaceCode", "SaidAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_PlaceCode_State_SaidAt",
                table: "Concerns",
                columns: new[] { "PlaceCode", "State", "SaidAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_SaidAt",
                table: "Concerns",
                column: "SaidAt");

            migrationBuilder.CreateIndex(
                name: "IX_ConcernSenders_At",
                table: "ConcernSenders",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ConcernSenders_FromKey_At",
                table: "ConcernSenders",
                columns: new[] { "FromKey", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ConcernSenders_WordsKey_At",
                table: "ConcernSenders",
                columns: new[] { "WordsKey", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConcernLinks");

            migrationBuilder.DropTable(
                name: "ConcernReaches");

            migrationBuilder.DropTable(
                name: "ConcernSenders");

            migrationBuilder.DropTable(
                name: "Concerns");

            migrationBuilder.DropTable(
                name: "ConcernCategories");

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000014-0001-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000014-0002-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000014-0003-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000014-0004-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000014-0005-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000014-0006-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000014-0007-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000014-0008-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000014-0009-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000014-000a-0000-8000-574152440001"));

            migrationBuilder.DeleteData(
                table: "ListedKinds",
                keyColumn: "Id",
                keyValue: new Guid("00000014-000b-0000-8000-574152440001"));
        }
    }
}
