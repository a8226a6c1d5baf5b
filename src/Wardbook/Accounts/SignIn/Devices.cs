namespace Wardbook.Accounts.SignIn;

/// <summary>What a browser says it is, in a few words that a person knows their own device by.</summary>
public static class Devices
{
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    /// <returns>Such as <c>Firefox on Windows</c>. Nothing of what was sent stands in it.</returns>
    public static string InWords(string agent)
    {
        var browser = Browsers.FirstOrDefault(known => agent.Contains(known.Sign, StringComparison.Ordinal)).Name ?? "A browser";
        return Systems.FirstOrDefault(known => agent.Contains(known.Sign, StringComparison.Ordinal)).Name is { } system ? $"{browser} on {system}" : browser;
    }
}
