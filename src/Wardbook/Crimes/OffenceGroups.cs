using Wardbook.Crimes.Files;

namespace Wardbook.Crimes;

/// <summary>Offences of different categories that are looked at as one: serious violence.</summary>
/// <remarks>Serious violence as London's challenging wards programme counted it: report 7 to the Planning, Performance and Review Committee, 15 March 2007, paragraph 17.</remarks>
public static class OffenceGroups
{
    /// <returns>Each group's name with its offences, in the order of the list that comes with Wardbook.</returns>
    public static IReadOnlyList<(string Name, IReadOnlySet<string> Offences)> List() =>
        [.. CrimeLists.Rows("offence-groups.csv")
            .GroupBy(row => row[0])
            .Select(group => (group.Key, (IReadOnlySet<string>)group.Select(row => row[1]).ToHashSet()))];
}
