using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>The first page: one question, and the force at a glance.</summary>
[Public]
public sealed class HomePage(WardbookDb db, ReadOnce once) : PageModel
{
    /// <summary>What the question's box sends.</summary>
    [BindProperty(Name = "q")]
    public string? Asked { get; set; }

    public IReadOnlyList<ForceInShort> Forces { get; private set; } = [];

    /// <summary>The force with the most in it; <see langword="null"/> when no boundaries are loaded.</summary>
    public PlaceCrime? Force { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Forces = await ForceInShort.List(db, cancel);
        if (Forces.Count > 0)
        {
            Force = await PlaceCrime.Find(db, once, Forces[0].Code, isWard: false, new(), cancel);
        }
    }
}
