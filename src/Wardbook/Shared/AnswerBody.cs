namespace Wardbook.Shared;

/// <summary>Gathers the body of an answer to be kept. One that grows too long, or turns out not to be for keeping, is sent on as it comes.</summary>
/// <param name="to">Where it goes otherwise.</param>
/// <param name="most">Bytes to gather at most.</param>
/// <param name="mayBeKept">Asked when the first bytes come: by then the headers are set.</param>
internal sealed class AnswerBody(Stream to, int most, Func<bool> mayBeKept) : Stream
{
    private MemoryStream? gathered = new();

    /// <summary>The whole body; null when it was sent on.</summary>
    public ReadOnlyMemory<byte>? Whole => gathered?.GetBuffer().AsMemory(0, (int)gathered.Length);

    public override bool CanRead => false;

    /// <summary>As far as starting again goes: an answer that fails half-way is cleared, and the page that says so takes its place.</summary>
    public override bool CanSeek => gathered is not null;

    public override bool CanWrite => true;

    public override long Length => gathered?.Length ?? throw new NotSupportedException();

    public override long Position { get => Length; set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (gathered is not null && (gathered.Length + buffer.Length > most || (gathered.Length == 0 && !mayBeKept())))
        {
            var soFar = gathered;
            gathered = null;
            await to.WriteAsync(soFar.GetBuffer().AsMemory(0, (int)soFar.Length), cancellationToken);
        }

        if (gathered is not null)
        {
            gathered.Write(buffer.Span);
            return;
        }

        await to.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => gathered is null ? to.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value)
    {
        ArgumentNullException.ThrowIfNull(gathered);
        gathered.SetLength(value);
    }

    protected override void Dispose(bool disposing)
    {
        gathered?.Dispose();
        base.Dispose(disposing);
    }
}
