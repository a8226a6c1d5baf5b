namespace Wardbook.Crimes.Blocks;

/// <summary>Numbers names in the order met, without making a string for one that is known. The empty name is number 0.</summary>
internal sealed class NameList
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> list = [""];

    public NameList() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public string this[int number] => list[number];

    public int Count => list.Count;

    public int Of(ReadOnlySpan<char> name)
    {
        if (!lookup.TryGetValue(name, out var number))
        {
            number = list.Count;
            list.Add(name.ToString());
            numbers.Add(list[^1], number);
        }

        return number;
    }

    public string[] ToArray() => [.. list];

    public void Clear()
    {
        numbers.Clear();
        list.Clear();
        list.Add("");
        numbers.Add("", 0);
    }
}

/// <summary>One column of names from a list. Neighbouring rows mostly say the same, so it asks the list only when the name changes.</summary>
internal sealed class NameColumn(NameList names)
{
    private string last = "";
    private int lastNumber;

    public int Of(ReadOnlySpan<char> name)
    {
        if (!name.SequenceEqual(last))
        {
            lastNumber = names.Of(name);
            last = names[lastNumber];
        }

        return lastNumber;
    }

    /// <summary>To be called when the list is cleared.</summary>
    public void Clear() => (last, lastNumber) = ("", 0);
}
