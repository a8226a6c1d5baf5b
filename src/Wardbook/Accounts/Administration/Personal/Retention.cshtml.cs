using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Personal;

/// <summary>The rules of how long personal records are kept: those that hold, held, and will.</summary>
[MayDo(Deed.KeepPersonalData)]
public sealed class RetentionPage(WardbookDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(PersonalKind Kind, IReadOnlyList<RetentionRule> Rules)> Kinds { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rules = await Rules.List(db, cancel);
        Kinds = [.. PersonalKinds.All.Select(kind => (kind, rules[kind.Name]))];
    }
}
