using System.Globalization;
using Wardbook.Accounts;
using Wardbook.Crimes;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>Which ward am I in? The answer leads to its page.</summary>
[Public]
public sealed class FindPage(WardbookDb db, LoadedSets sets, StreetNames streets) : WhichWardPage(db, sets, streets.Find)
{
    public string AroundHere => Answer?.Point is { } point
        ? string.Create(CultureInfo.InvariantCulture, $"{Urls.Area}?around={point.Latitude:0.#####},{point.Longitude:0.#####}")
        : Urls.Area;

    protected override string Onward(PlaceInSet ward) => Urls.PlaceOf(ward.Kind, ward.Code);
}
