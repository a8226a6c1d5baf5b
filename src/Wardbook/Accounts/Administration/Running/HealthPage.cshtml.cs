using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Shared.Background;
using Wardbook.Shared.Mail;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Running;

/// <summary>Whether all is well, and what to look at when it is not.</summary>
[MayDo(Deed.ManageSettings)]
public sealed class HealthPage(WardbookDb db, Database database, Rounds rounds, MailSettings mail, TimeProvider clock) : PageModel
{
    public HowItIs Now { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Now = await HowItIs.Find(db, database, rounds, mail, clock, cancel);
}
