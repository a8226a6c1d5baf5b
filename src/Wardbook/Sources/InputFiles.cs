using System.IO.Compression;

namespace Wardbook.Sources;

/// <summary>One file to read: on the disk, inside a zip, or unpacked from <c>.gz</c>.</summary>
/// <param name="Name">What a person is shown: the path below what was named, with the archive before the <c>!</c>.</param>
/// <param name="Length">Bytes after unpacking as far as the container says; 0 when it does not say.</param>
/// <param name="Open">Opens it for reading. Every call gives a new stream of its own, so that two can be read at once.</param>
public sealed record InputFile(string Name, long Length, Func<Stream> Open)
{
    /// <summary>The last part of the name, without <c>.gz</c>.</summary>
    public string FileName
    {
        get
        {
            var last = Name[(Name.LastIndexOfAny(['/', '\\', '!']) + 1)..];
            return last.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? last[..^3] : last;
        }
    }
}

/// <summary>Turns what a person named (a file, a folder, an archive) into the files to read.</summary>
public static class InputFiles
{
    /// <summary>A packed file may unpack to at most this many times its own size (police.uk archives reach 10, a ward table 15).</summary>
    public const int LargestRatio = 400;

    /// <summary>Nothing unpacks to more than this: 64 GiB.</summary>
    public const long LargestUnpacked = 64L << 30;

    /// <param name="path">A file, a folder or an archive.</param>
    /// <param name="extensions">With the dot, lower case: the files wanted from a folder or an archive. A single file is taken whatever it is called.</param>
    /// <exception cref="Refusal">There is nothing there, the archive is broken, or none of the files is wanted.</exception>
    public static IReadOnlyList<InputFile> Find(string path, params string[] extensions)
    {
        if (Directory.Exists(path))
        {
            var inFolder = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => IsArchive(file) || Wanted(file, extensions))
                .Order(StringComparer.Ordinal)
                .SelectMany(file => OfFile(file, Path.GetRelativePath(path, file).Replace('\\', '/'), extensions))
                .ToList();
            return inFolder.Count > 0 ? inFolder : throw new Refusal($"{path} holds no file to read. Expected files ending in {string.Join(", ", extensions)}.");
        }

        if (!File.Exists(path))
        {
            throw new Refusal($"There is no file or folder {path}.");
        }

        if (new FileInfo(path).Length == 0)
        {
            throw new Refusal($"{path} is empty.");
        }

        var found = OfFile(path, Path.GetFileName(path), extensions).ToList();
        return found.Count > 0 ? found : throw new Refusal($"{path} holds no file to read. Expected files ending in {string.Join(", ", extensions)}.");
    }

    public static bool IsArchive(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsWorkbook(string name) => name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>How a file is packed by its first bytes, whatever it is called.</summary>
    private static (bool Zip, bool GZip) Packing(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> first = stackalloc byte[4];
        var count = file.ReadAtLeast(first, 4, throwOnEndOfStream: false);
        return (count == 4 && first is [(byte)'P', (byte)'K', 3, 4], count >= 2 && first[0] == 0x1F && first[1] == 0x8B);
    }

    private static bool Wanted(string name, string[] extensions)
    {
        var bare = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return extensions.Length == 0 || extensions.Any(ending => bare.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<InputFile> OfFile(string path, string name, string[] extensions)
    {
        var (isZip, isGZip) = Packing(path);
        if (isZip && IsWorkbook(name))
        {
            // Packed as an archive is, and yet one file.
            OfArchive(path, name, []);
        }
        else if (IsArchive(path) || isZip)
        {
            return OfArchive(path, name, extensions);
        }

        var length = new FileInfo(path).Length;
        return isGZip || name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? [new(name, 0, () => new BoundedStream(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), name, MostFrom(length)))]
            : [new(name, length, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan))];
    }

    private static List<InputFile> OfArchive(string path, string name, string[] extensions)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var packed = new FileInfo(path).Length;
            if (archive.Entries.Sum(entry => (double)entry.Length) > MostFrom(packed))
            {
                throw new Refusal($"{name} would unpack to more than {LargestRatio} times its size. That is not a data file; nothing was read.");
            }

            return archive.Entries
                .Where(entry => entry.Length > 0 && !entry.FullName.StartsWith("__MACOSX", StringComparison.Ordinal) && Wanted(entry.FullName, extensions))
                .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
                .Select(entry => new InputFile($"{name}!{entry.FullName}", entry.Length, () => OpenEntry(path, entry.FullName, name, packed)))
                .ToList();
        }
        catch (InvalidDataException e)
        {
            throw new Refusal($"{name} is not a whole zip file ({e.Message.TrimEnd('.')}). It may have been cut off while it was copied.");
        }
    }

    private static BoundedStream OpenEntry(string path, string entry, string name, long packed)
    {
        var archive = ZipFile.OpenRead(path);
        try
        {
            var found = archive.GetEntry(entry)!;
            return new(found.Open(), $"{name}!{entry}", MostFrom(packed), archive, found.Length);
        }
        catch (InvalidDataException e)
        {
            archive.Dispose();
            throw new Refusal($"{name}!{entry} cannot be unpacked ({e.Message.TrimEnd('.')}). It may have been cut off while it was copied.");
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private static long MostFrom(long packed) => Math.Min(LargestUnpacked, Math.Max(packed, 1 << 20) * LargestRatio);
}

/// <summary>Reads on while no more comes out than may: a packed file can lie about its size. Says a broken packing in words.</summary>
/// <param name="whole">How many bytes there must be; null when that is not known.</param>
internal sealed class BoundedStream(Stream inner, string name, long most, IDisposable? owner = null, long? whole = null) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = inner.Read(buffer);
            read += count;
            if (count == 0 && buffer.Length > 0 && whole is { } expected && read != expected)
            {
                throw new Refusal($"{name} ends after {read:N0} of {expected:N0} bytes. It may have been cut off while it was copied.");
            }

            return read <= most ? count : throw new Refusal($"{name} unpacks to more than {most:N0} bytes. That is not a data file; nothing was loaded.");
        }
        catch (InvalidDataException e)
        {
            throw new Refusal($"{name} cannot be unpacked ({e.Message.TrimEnd('.')}). It may have been cut off while it was copied.");
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            owner?.Dispose();
        }

        base.Dispose(disposing);
    }
}
