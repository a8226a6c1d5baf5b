using System.Runtime.CompilerServices;
using Wardbook.Accounts.Personal;

namespace Wardbook;

/// <summary>The keys of every test, and of the programs that tests start: no run of the tests makes a file in anybody's home.</summary>
public static class TestKeys
{
    public const string Variable = "WARDBOOK_KEYS";

    /// <summary>32 bytes counting from 0.</summary>
    public const string Text = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /// <summary>32 bytes counting down from 255.</summary>
    public const string Other = "//79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eA=";

    public static Keys Usual { get; } = Keys.Given(Text);

    [ModuleInitializer]
    internal static void ForProgramsThatTestsStart() => Environment.SetEnvironmentVariable(Variable, Text);
}
