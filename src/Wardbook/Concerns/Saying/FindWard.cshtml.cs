using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Concerns.Saying;

/// <summary>Finds the ward that somebody wants to say something about, and leads to its form.</summary>
[Public]
public sealed class FindWardPage(WardbookDb db, LoadedSets sets, KnownStreets streets, Settings settings) : WhichWardPage(db, sets, streets.Find)
{
    public Advice Advice => Advice.Of(settings);

    /// <summary>The wards that the answer names, and those on the other side of a border that is near.</summary>
    public IReadOnlyList<PlaceInSet> Offered => Answer is null ? [] : [.. Answer.Wards.SelectMany(found => found.Near.Select(near => near.Place).Prepend(found.Place))];

    protected override string Onward(PlaceInSet ward) => Urls.SayIn(ward.Code);
}
