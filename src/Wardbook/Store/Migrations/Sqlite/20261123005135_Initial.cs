using Microsoft.EntityFrameworkCore.Migrations;
using Wardbook.Crimes.Counting;

﻿using System;

#nullable disable

namespace Wardbook.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CrimeAssignments",
                columns: table => new
                {
                    MonthId = table.Column<int>(type: "INTEGER", nullable: false),
                    SetId = table.Column<int>(type: "INTEGER", nullable: false),
                    ByPoint = table.Column<int>(type: "INTEGER", nullable: false),
                    ByLsoa = table.Column<int>(type: "INTEGER", nullable: false),
                    ByWard = table.Column<int>(type: "INTEGER", nullable: false),
                    Outside = table.Column<int>(type: "INTEGER", nullable: false),
                    Unplaced = table.Column<int>(type: "INTEGER", nullable: false),
                    NearBorder = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrimeAssignments", x => new { x.MonthId, x.SetId });
                });

            migrationBuilder.CreateTable(
                name: "CrimeCategories",
                columns: table => new
                {
                    Id = table.Column<short>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    IsCrime = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrimeCategories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CrimeCounts",
                columns: table => new
                {
                    PlaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    MonthId = table.Column<int>(type: "INTEGER", nullable: false),
                    Category = table.Column<short>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrimeCounts", x => new { x.PlaceId, x.Month, x.MonthId, x.Category });
                },
                comment: "Rows are kept in the order of the key.");

            migrationBuilder.CreateTable(
                name: "CrimeSeries",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    HasRecords = table.Column<bool>(type: "INTEGER", nullable: false),
                    Publisher = table.Column<string>(type: "TEXT", nullable: false),
                    Licence = table.Column<string>(type: "TEXT", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrimeSeries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Forces",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Forces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Publisher = table.Column<string>(type: "TEXT", nullable: false),
                    Licence = table.Column<string>(type: "TEXT", nullable: false),
                    Published = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Started = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    Finished = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsRead = table.Column<long>(type: "INTEGER", nullable: false),
                    RowsKept = table.Column<long>(type: "INTEGER", nullable: false),
                    RowsSetAside = table.Column<long>(type: "INTEGER", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Lookups",
                columns: table => new
                {
                    Lookup = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: false),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    Import = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToName = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lookups", x => new { x.Import, x.Lookup, x.From, x.To });
                },
                comment: "Rows are kept in the order of the key.");

            migrationBuilder.CreateTable(
                name: "LookupsInUse",
                columns: table => new
                {
                    Lookup = table.Column<string>(type: "TEXT", nullable: false),
                    Import = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LookupsInUse", x => x.Lookup);
                });

            migrationBuilder.CreateTable(
                name: "PlaceNeighbours",
                columns: table => new
                {
                    PlaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    NeighbourId = table.Column<int>(type: "INTEGER", nullable: false),
                    Metres = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaceNeighbours", x => new { x.PlaceId, x.NeighbourId });
                });

            migrationBuilder.CreateTable(
                name: "PlaceSuccessors",
                columns: table => new
                {
                    PlaceId = table.Column<int>(type: "INTEGER", nullable: false),
                    LaterId = table.Column<int>(type: "INTEGER", nullable: false),
                    Share = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaceSuccessors", x => new { x.PlaceId, x.LaterId });
                });

            migrationBuilder.CreateTable(
                name: "Populations",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Import = table.Column<Guid>(type: "TEXT", nullable: false),
                    Residents = table.Column<int>(type: "INTEGER", nullable: false),
                    IsProjection = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Populations", x => new { x.Code, x.Year, x.Import });
                });

            migrationBuilder.CreateTable(
                name: "Postcodes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Import = table.Column<Guid>(type: "TEXT", nullable: false),
                    LongitudeE7 = table.Column<int>(type: "INTEGER", nullable: false),
                    LatitudeE7 = table.Column<int>(type: "INTEGER", nullable: false),
                    Ward = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Postcodes", x => new { x.Import, x.Code });
                },
                comment: "Rows are kept in the order of the key.");

            migrationBuilder.CreateTable(
                name: "ProfileFigures",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ItemId = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileFigures", x => new { x.Code, x.ItemId });
                },
                comment: "Rows are kept in the order of the key.");

            migrationBuilder.CreateTable(
                name: "ProfileItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Import = table.Column<Guid>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublishedAreas",
                columns: table => new
                {
                    Series = table.Column<string>(type: "TEXT", nullable: false),
                    Area = table.Column<string>(type: "TEXT", nullable: false),
                    Under = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedAreas", x => new { x.Series, x.Area, x.Under });
                });

            migrationBuilder.CreateTable(
                name: "PublishedCounts",
                columns: table => new
                {
                    MonthId = table.Column<int>(type: "INTEGER", nullable: false),
                    Area = table.Column<string>(type: "TEXT", nullable: false),
                    Under = table.Column<string>(type: "TEXT", nullable: false),
                    Offence = table.Column<short>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedCounts", x => new { x.MonthId, x.Area, x.Under, x.Offence });
                },
                comment: "Rows are kept in the order of the key.");

            migrationBuilder.CreateTable(
                name: "PublishedOffences",
                columns: table => new
                {
                    Id = table.Column<short>(type: "INTEGER", nullable: false),
                    Series = table.Column<string>(type: "TEXT", nullable: false),
                    Major = table.Column<string>(type: "TEXT", nullable: false),
                    Minor = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedOffences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "BoundarySets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Force = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Import = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsSchematic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Shown = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReplacedBy = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoundarySets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BoundarySets_Imports_Import",
                        column: x => x.Import,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CrimeMonths",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Series = table.Column<string>(type: "TEXT", nullable: false),
                    Force = table.Column<string>(type: "TEXT", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Import = table.Column<Guid>(type: "TEXT", nullable: false),
                    Shown = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    WithoutPoint = table.Column<int>(type: "INTEGER", nullable: false),
                    RepeatedIds = table.Column<int>(type: "INTEGER", nullable: false),
                    IdenticalRows = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: true),
                    Gone = table.Column<int>(type: "INTEGER", nullable: true),
                    Moved = table.Column<int>(type: "INTEGER", nullable: true),
                    OutcomeChanged = table.Column<int>(type: "INTEGER", nullable: true),
                    Changed = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrimeMonths", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrimeMonths_Imports_Import",
                        column: x => x.Import,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportFaults",
                columns: table => new
                {
                    Import = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: true),
                    Column = table.Column<string>(type: "TEXT", nullable: false),
                    Found = table.Column<string>(type: "TEXT", nullable: false),
                    Expected = table.Column<string>(type: "TEXT", nullable: false),
                    SetAside = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportFaults", x => new { x.Import, x.Number });
                    table.ForeignKey(
                        name: "FK_ImportFaults_Imports_Import",
                        column: x => x.Import,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Places",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    SetId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Hectares = table.Column<double>(type: "REAL", nullable: false),
                    CentreLongitudeE7 = table.Column<int>(type: "INTEGER", nullable: false),
                    CentreLatitudeE7 = table.Column<int>(type: "INTEGER", nullable: false),
                    Shape = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Sketch = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Places", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Places_BoundarySets_SetId",
                        column: x => x.SetId,
                        principalTable: "BoundarySets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CrimeBlocks",
                columns: table => new
                {
                    Places = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Rows = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Ids = table.Column<byte[]>(type: "BLOB", nullable: true),
                    MonthId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrimeBlocks", x => x.MonthId);
                    table.ForeignKey(
                        name: "FK_CrimeBlocks_CrimeMonths_MonthId",
                        column: x => x.MonthId,
                        principalTable: "CrimeMonths",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BoundarySets_Import",
                table: "BoundarySets",
                column: "Import");

            migrationBuilder.CreateIndex(
                name: "IX_CrimeCategories_Slug",
                table: "CrimeCategories",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CrimeMonths_Import",
                table: "CrimeMonths",
                column: "Import");

            migrationBuilder.CreateIndex(
                name: "IX_CrimeMonths_Series_Force_Month_Revision",
                table: "CrimeMonths",
                columns: new[] { "Series", "Force", "Month", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Places_Code",
                table: "Places",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_Places_ParentId",
                table: "Places",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Places_SetId_Kind_Code",
                table: "Places",
                columns: new[] { "SetId", "Kind", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProfileItems_Import",
                table: "ProfileItems",
                column: "Import");

            migrationBuilder.CreateIndex(
                name: "IX_PublishedOffences_Series_Major_Minor",
                table: "PublishedOffences",
                columns: new[] { "Series", "Major", "Minor" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CrimeAssignments");

            migrationBuilder.DropTable(
                name: "CrimeBlocks");

            migrationBuilder.DropTable(
                name: "CrimeCategories");

            migrationBuilder.DropTable(
                name: "CrimeCounts");

            migrationBuilder.DropTable(
                name: "CrimeSeries");

            migrationBuilder.DropTable(
                name: "Forces");

            migrationBuilder.DropTable(
                name: "ImportFaults");

            migrationBuilder.DropTable(
                name: "Lookups");

            migrationBuilder.DropTable(
                name: "LookupsInUse");

            migrationBuilder.DropTable(
                name: "PlaceNeighbours");

            migrationBuilder.DropTable(
                name: "Places");

            migrationBuilder.DropTable(
                name: "PlaceSuccessors");

            migrationBuilder.DropTable(
                name: "Populations");

            migrationBuilder.DropTable(
                name: "Postcodes");

            migrationBuilder.DropTable(
                name: "ProfileFigures");

            migrationBuilder.DropTable(
                name: "ProfileItems");

            migrationBuilder.DropTable(
                name: "PublishedAreas");

            migrationBuilder.DropTable(
                name: "PublishedCounts");

            migrationBuilder.DropTable(
                name: "PublishedOffences");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "CrimeMonths");

            migrationBuilder.DropTable(
                name: "BoundarySets");

            migrationBuilder.DropTable(
                name: "Imports");
        }
    }
}
