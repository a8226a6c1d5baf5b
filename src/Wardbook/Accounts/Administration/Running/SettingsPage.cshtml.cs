using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Shared;
using Wardbook.Shared.Tables;

namespace Wardbook.Accounts.Administration.Running;

/// <summary>Every setting, what it does and what holds.</summary>
[MayDo(Deed.ManageSettings)]
public sealed class SettingsPage(Settings settings) : PageModel
{
    public Table Table => new Table<SettingDescription>("Settings", Settings.All)
        .Text("name", "Setting", setting => setting.Variable)
        .Text("now", "Now", setting => setting.Now(settings.Variable(setting.Variable)), absent: "not set")
        .Text("otherwise", "When it is not set", setting => setting.Default)
        .Text("says", "What it does", setting => setting.Says);
}
