using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;
using Wardbook.Shared.Mail;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Running;

/// <summary>Letters that wait or were given up, and why; and one to oneself, to try the way they go.</summary>
/// <remarks>To whom they go is shown, because somebody who waits for one asks; what they say is not.</remarks>
[MayDo(Deed.ManageSettings)]
public sealed class MailPage(WardbookDb db, Database database, MailSettings mail, Asker asker) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    public int Sent { get; private set; }

    [BindProperty(SupportsGet = true, Name = "written")]
    public bool Written { get; set; }

    public string Way => mail.Server is { } server
        ? $"Letters go to {server.Name}, from {mail.From.Address}."
        : $"No mail server is set (WARDBOOK_SMTP), so nobody gets a letter. They are written to {mail.FolderFor(database)}.";

    public Table Table => new Table<Letter>("Letters that wait or were given up", Letters)
        .Text("written", "Written", letter => Moment(letter.Written))
        .Text("to", "To", letter => letter.To)
        .Text("subject", "Subject", letter => letter.Subject)
        .Text("state", "State", letter => letter.GivenUp is { } at ? $"given up {Moment(at)}" : letter.Tries == 0 ? "waiting" : $"waiting, tried {letter.Tries} times, next {Moment(letter.NextTry)}")
        .Text("why", "Why", letter => letter.LastTrouble);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Letters = await db.Letters.AsNoTracking().Where(letter => letter.Sent == null).OrderByDescending(letter => letter.Id).Take(Most).ToListAsync(cancel);
        Sent = await db.Letters.CountAsync(letter => letter.Sent != null, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var me = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == asker.Account, cancel);
        if (!Outbox.IsAddress(me.Email))
        {
            ModelState.AddModelError("", "Your account has no mail address to send it to");
            await OnGetAsync(cancel);
            return Page();
        }

        Outbox.Add(db, me.Email, "A letter to try the mail of Wardbook", $"{me.Name},\n\nif you can read this, Wardbook can send mail.\n");
        await db.SaveChangesAsync(cancel);
        return Redirect(Urls.MailPage + "?written=true");
    }

    private static string Moment(DateTime utc) => utc.InForceTime().ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
