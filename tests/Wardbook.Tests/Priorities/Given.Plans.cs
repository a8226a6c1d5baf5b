using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Wardbook.Priorities.Plans;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>An action of a priority, owned by an officer or a partner, due so many days from today.</summary>
    /// <param name="made">So many days ago it was planned.</param>
    /// <param name="done">So many days ago it was done; null while it is open.</param>
    public Task<PlannedAction> GivenAction(Guid priority, Guid? officer, string what = "Ask for a gate at the alley", string told = "A gate at the end of the alley", int due = 14, int made = 5, int? done = null, string partner = "") => With(async db =>
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var (action, step) = PlannedAction.Plan(Guid.CreateVersion7(), priority, what, told, new(officer, partner), today.AddDays(due), new(Guid.CreateVersion7(), null, now.AddDays(-made)));
        db.PlannedActions.Add(action);
        db.ActionSteps.Add(step);
        if (done is { } ago)
        {
            db.ActionSteps.Add(action.Finish(today.AddDays(-ago), told, new(Guid.CreateVersion7(), null, now.AddDays(-ago), $"Done: {what}")));
        }

        await db.SaveChangesAsync(Cancel);
        return action;
    });

    /// <summary>What stands in a step of a plan.</summary>
    public Task GivenStep(Guid priority, Sara step, string words, int number = 1) => With(async db =>
    {
        db.PlanSteps.Add(new() { Id = Guid.CreateVersion7(), Priority = priority, Step = step, Number = number, Words = words, Made = Clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(Cancel);
    });

    /// <summary>Somebody owns a priority.</summary>
    public Task GivenOwner(Guid priority, Guid? officer, string partner = "") => With(async db =>
    {
        db.PriorityOwners.Add(new() { Id = Guid.CreateVersion7(), Priority = priority, Number = 1, OwnerOfficer = officer, OwnerPartner = partner, Made = Clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(Cancel);
    });

    /// <summary>Sends a form that brings a file, as a browser does.</summary>
    public async Task<IDocument> SendFile(string url, (string Field, string Name, byte[] Bytes) file, params (string Name, string Text)[] typed)
    {
        var token = (await Get(url)).QuerySelector<IHtmlInputElement>("main form input[name=__RequestVerificationToken]")?.Value ?? "";
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, text) in typed)
        {
            form.Add(new StringContent(text), name);
        }

        using var bytes = new ByteArrayContent(file.Bytes);
        form.Add(bytes, file.Field, file.Name);
        return await Document(await pages.PostAsync(url, form, Cancel));
    }
}
