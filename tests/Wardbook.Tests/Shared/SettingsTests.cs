using System.Text.Json;

namespace Wardbook.Shared;

public sealed class SettingsTests
{
    [Fact]
    public async Task Lists_every_setting_with_what_holds_now_and_no_password()
    {
        var ran = await Run(
            ["settings", "--format", "json"],
            ("WARDBOOK_DATABASE", "Host=db.example.org;Database=wardbook;Username=me;Password=opensesame"),
            ("WARDBOOK_HSTS_DAYS", "30"));

        var listed = JsonDocument.Parse(ran.Output).RootElement.EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!, one => one.GetProperty("value").GetString());
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(Settings.All.Select(setting => setting.Variable).Order(), listed.Keys.Order());
        Assert.Equal("30", listed["WARDBOOK_HSTS_DAYS"]);
        Assert.Equal("wardbook on db.example.org", listed["WARDBOOK_DATABASE"]);
        Assert.DoesNotContain("opensesame", ran.Output + ran.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WARDBOOK_HSTS_DAYS", "a month", "Expected a whole number from 0 to 3650")]
    [InlineData("WARDBOOK_LOG_FORMAT", "xml", "Expected plain or json")]
    [InlineData("WARDBOOK_TIME_ZONE", "Brixton", "Expected a name of the time zone database, such as Europe/London")]
    [InlineData("WARDBOOK_OTLP", "collector", "Expected an address that begins with http:// or https://")]
    [InlineData("WARDBOOK_PROXIES", "10.0.0.0/8, office", "Expected addresses such as 192.0.2.7")]
    [InlineData("WARDBOOK_SMTP", "smtp://mail.example.org", "The setting WARDBOOK_MAIL_FROM is 'nothing'")]
    [InlineData("WARDBOOK_MAIL_FROM", "Wardbook", "Expected one address, such as")]
    [InlineData("WARDBOOK_MAP_TILES", "https://tiles.example.org/{z}/{x}/{y}.png", "The setting WARDBOOK_MAP_CREDIT is 'nothing'")]
    public async Task A_setting_that_cannot_be_understood_is_told_before_anything_is_done(string name, string text, string said)
    {
        var ran = await Run(["settings"], (name, text));

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(said, ran.Messages, StringComparison.Ordinal);
        Assert.Empty(ran.Output);
    }

    [Fact]
    public void A_slip_of_the_pen_is_noticed() =>
        Assert.Equal(["WARDBOOK_URL"], Settings.Unknown(["WARDBOOK_URL", "WARDBOOK_URLS", "WARDBOOK_TEST_POSTGRES", "HOME"]));

    private static async Task<Ran> Run(string[] typed, params (string Name, string Text)[] variables)
    {
        using var output = new StringWriter();
        using var messages = new StringWriter();
        var exitCode = await Cli.Run(
            typed, output, messages, TimeProvider.System, TestContext.Current.CancellationToken,
            name => variables.FirstOrDefault(variable => variable.Name == name).Text);
        return new(exitCode, output.ToString(), messages.ToString());
    }
}
