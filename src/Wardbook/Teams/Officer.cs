using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Record;

namespace Wardbook.Teams;

/// <summary>Somebody who serves in teams: as the force knows them, and as residents may.</summary>
/// <remarks>Nothing of an officer is public but that somebody holds a post, until they agree to a name, and apart from it to a photograph.</remarks>
[Recorded("officer")]
public sealed class Officer
{
    public const int LongestName = 100, LongestNumber = 20;

    public required Guid Id { get; init; }

    /// <summary>As colleagues know them: <c>Amara Bello</c>. Empty once erased.</summary>
    [Personal]
    public required string Name { get; set; }

    /// <summary>The number on the shoulder.</summary>
    [Personal]
    public string Number { get; set; } = "";

    /// <summary>The account with which they sign in; null for who has none.</summary>
    [Concerns]
    public Guid? Account { get; set; }

    /// <summary>What residents may call them: <c>PC Amara Bello</c>. Null while they have not agreed.</summary>
    [Personal]
    public string? PublicName { get; set; }

    /// <summary>The day on which they agreed to that name being public.</summary>
    public DateOnly? NameAgreed { get; set; }

    /// <summary>The day on which they agreed to their photograph being public.</summary>
    public DateOnly? PhotographAgreed { get; set; }

    [NotRecorded]
    public int Version { get; set; } = 1;

    public bool IsErased => Name.Length == 0;
}

/// <summary>What an officer looks like, as a small picture that we drew anew: nothing of the file that was sent is left in it.</summary>
[Recorded("photograph of an officer")]
public sealed class OfficerPhotograph
{
    /// <summary>Whose it is.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gone with the whole row: there is nothing to empty here. The record of change tells how many bytes there were.</summary>
    public required byte[] Jpeg { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; set; }
}
