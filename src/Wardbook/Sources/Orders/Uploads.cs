using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Sources.Orders;

/// <summary>Files sent to be imported: streamed to a folder of our own, under names of our own.</summary>
public sealed class Uploads(Database database, Settings settings, IAntiforgery guard)
{
    private const int LongestField = 4_096, MostFields = 50, Chunk = 1 << 17, MostListed = 300;

    /// <summary>The most that may be sent, in bytes.</summary>
    public long Most => settings.LargestUpload * 1_000_000L;

    private string Root => Path.GetFullPath(settings.Uploads ?? (database.File is { } file ? file + ".uploads" : "wardbook-uploads"));

    /// <summary>Where the file of an order lies. Neither its name nor any other text that somebody chose leads elsewhere.</summary>
    /// <exception cref="Refusal">It lay in the folder for imports, and does not any more.</exception>
    public string PathOf(ImportOrder order) => order.OnServer is { } below ? OnServer(below) : Path.Combine(FolderOf(order.Id), order.File);

    public bool IsHere(ImportOrder order) => order.OnServer is not null ? settings.ImportFolder is not null : File.Exists(Path.Combine(FolderOf(order.Id), order.File));

    /// <summary>Reads a form with a file in it without ever holding the file in memory.</summary>
    /// <param name="order">Under whose id the file is kept.</param>
    /// <returns>The fields; the file's name and size when one was sent; what was wrong with it, in words.</returns>
    /// <exception cref="BadHttpRequestException">It is no such form, or does not come from our page.</exception>
    public async Task<Sent> Receive(HttpContext context, Guid order, CancellationToken cancel)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Most + (1 << 20);
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and < 200 } boundary)
        {
            throw new BadHttpRequestException("Expected a form with a file.");
        }

        Dictionary<string, StringValues> fields = new(StringComparer.Ordinal);
        var reader = new MultipartReader(boundary, context.Request.Body) { HeadersLengthLimit = 8_192 };
        (string Name, long Bytes)? file = null;
        string? wrong = null;
        var isOurs = false;
        try
        {
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about))
                {
                    continue;
                }

                if (!about.IsFileDisposition())
                {
                    fields[HeaderUtilities.RemoveQuotes(about.Name).Value ?? ""] = fields.Count < MostFields ? await Text(section, cancel) : throw new BadHttpRequestException("The form has too many fields.");
                    continue;
                }

                // The token stands before the file in the form, so it is here; nothing is kept for whoever has none.
                isOurs = isOurs || await IsOurs(context, fields) ? true : throw new BadHttpRequestException("The form does not come from this site.");
                var name = NameOf((about.FileNameStar.HasValue ? about.FileNameStar : HeaderUtilities.RemoveQuotes(about.FileName)).Value);
                if (await Keep(order, name, section.Body, cancel) is not { } bytes)
                {
                    wrong = $"The file must be {settings.LargestUpload:N0} MB or smaller";
                }
                else if (bytes > 0)
                {
                    file = (name, bytes);
                }
                else if (about.FileName.Value is { Length: > 2 })
                {
                    wrong = "The file is empty";
                }
            }
        }
        catch (IOException e) when (!cancel.IsCancellationRequested && e is not BadHttpRequestException && Trouble.InWords(e, database) is { } words)
        {
            wrong = words;
        }

        return isOurs || await IsOurs(context, fields) ? new(fields, file, wrong) : throw new BadHttpRequestException("The form does not come from this site.");
    }

    /// <summary>Takes away the file of an order, if it was sent.</summary>
    public void Forget(Guid order)
    {
        if (Directory.Exists(FolderOf(order)))
        {
            Directory.Delete(FolderOf(order), recursive: true);
        }
    }

    /// <summary>The path below the folder for imports, if there is such a file or folder.</summary>
    /// <exception cref="Refusal">There is none, or it leads out of the folder.</exception>
    public string OnServer(string below)
    {
        var root = Path.GetFullPath(settings.ImportFolder ?? throw new Refusal("No folder for imports is set on this server (WARDBOOK_IMPORT_FOLDER)."));
        var path = Path.GetFullPath(Path.Combine(root, below));
        var real = Real(path);
        return IsBelow(path, root) && real is not null && IsBelow(real, Real(root)!)
            ? path
            : throw new Refusal($"There is no {below} in the folder for imports on the server.");
    }

    /// <summary>What lies in the folder for imports, by path: files, and folders as wholes. Links, hidden files and what lies deeper than a few folders are left out; they can be typed.</summary>
    /// <param name="isAll">Whether there is no more than was listed.</param>
    public IReadOnlyList<LyingFile> ListOnServer(out bool isAll)
    {
        isAll = true;
        if (settings.ImportFolder is not { } folder || !Directory.Exists(folder))
        {
            return [];
        }

        var root = new DirectoryInfo(Path.GetFullPath(folder));
        var found = root.EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint })
            .Take(MostListed + 1)
            .Select(one => new LyingFile(Path.GetRelativePath(root.FullName, one.FullName), (one as FileInfo)?.Length))
            .ToList();
        isAll = found.Count <= MostListed;
        return [.. found.Take(MostListed).OrderBy(one => one.Below, StringComparer.Ordinal)];
    }

    /// <summary>Harmless letters of a name, at most 100 of them, which is enough for a person to know it by.</summary>
    public static string NameOf(string? given)
    {
        var last = (given ?? "")[((given ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ')).Trim('.', ' ');
        return plain.Length == 0 ? "file" : plain.Length <= ImportOrder.LongestName ? plain : plain[^ImportOrder.LongestName..].TrimStart('.', ' ');
    }

    private string FolderOf(Guid order) => Path.Combine(Root, order.ToString("N"));

    private static bool IsBelow(string path, string root) => path == root || path.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <returns>The path with every link on the way followed; null when there is nothing.</returns>
    private static string? Real(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            FileSystemInfo? there = Directory.Exists(real) ? new DirectoryInfo(real) : File.Exists(real) ? new FileInfo(real) : null;
            if (there is null)
            {
                return null;
            }

            real = there.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? real;
        }

        return real;
    }

    private async Task<bool> IsOurs(HttpContext context, Dictionary<string, StringValues> fields)
    {
        context.Request.Form = new FormCollection(fields);
        return await guard.IsRequestValidAsync(context);
    }

    /// <returns>How many bytes it has; null when they were too many.</returns>
    private async Task<long?> Keep(Guid order, string name, Stream from, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(FolderOf(order)).FullName;
        var path = Path.Combine(folder, name);
        var part = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        var buffer = new byte[Chunk];
        long bytes = 0;
        try
        {
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
            {
                while (await from.ReadAsync(buffer, cancel) is > 0 and var count)
                {
                    bytes += count;
                    if (bytes > Most)
                    {
                        return null;
                    }

                    await file.WriteAsync(buffer.AsMemory(0, count), cancel);
                }
            }

            if (bytes > 0)
            {
                foreach (var before in Directory.EnumerateFiles(folder).Where(before => before != part))
                {
                    File.Delete(before);
                }

                File.Move(part, path);
            }

            return bytes;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<string> Text(MultipartSection section, CancellationToken cancel)
    {
        using var text = new StreamReader(section.Body);
        var letters = new char[LongestField];
        var count = await text.ReadBlockAsync(letters, cancel);
        return count < LongestField ? new string(letters, 0, count) : throw new BadHttpRequestException("A field of the form is too long.");
    }
}

/// <summary>Something in the folder for imports.</summary>
/// <param name="Below">As <see cref="Uploads.OnServer"/> takes it.</param>
/// <param name="Bytes">Null for a folder.</param>
public sealed record LyingFile(string Below, long? Bytes);

/// <summary>What came with a form.</summary>
/// <param name="Wrong">Why the file was not kept; <see langword="null"/> when it was, or none was sent.</param>
public sealed record Sent(IReadOnlyDictionary<string, StringValues> Fields, (string Name, long Bytes)? File, string? Wrong);
