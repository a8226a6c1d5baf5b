using System.Text;
using Sylvan.Data.Csv;

namespace Wardbook.Sources;

/// <summary>A table in a text file: finds the separator and the encoding by itself and knows the header before the first row.</summary>
/// <remarks>
/// Files say UTF-8, with or without a byte order mark, or Windows-1252, and do not say which. Bytes that are not UTF-8 are read as Windows-1252
/// one by one, and <see cref="OddBytes"/> counts them.
/// </remarks>
public sealed class TextTable : IDisposable
{
    private readonly StreamReader text;
    private readonly Windows1252Fallback fallback;

    private TextTable(InputFile file, StreamReader text, Windows1252Fallback fallback, CsvDataReader rows, IReadOnlyList<string> header)
    {
        (File, this.text, this.fallback, Rows, Header) = (file, text, fallback, rows, header);
    }

    public InputFile File { get; }

    /// <summary>The column names, trimmed, as written.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows. Read a field without copying by <c>GetFieldSpan</c>.</summary>
    public CsvDataReader Rows { get; }

    /// <summary>The line the present row began on, with the header as line 1, if no field holds a line break.</summary>
    public long Line => Rows.RowNumber + 1;

    /// <summary>Bytes so far that were not UTF-8 and were read as Windows-1252.</summary>
    public int OddBytes => fallback.Count;

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="Refusal">What follows cannot be read as rows: a quote that is never closed, a field without an end.</exception>
    public bool Read()
    {
        try
        {
            return Rows.Read();
        }
        catch (Exception e) when (e is CsvFormatException or CsvRecordTooLargeException)
        {
            throw new Refusal($"{File.Name} cannot be read on from line {Line + 1:N0}: {e.Message.TrimEnd('.')}.");
        }
    }

    /// <param name="separator">Null to find it.</param>
    /// <exception cref="Refusal">The file is empty or has no header.</exception>
    public static TextTable Open(InputFile file, char? separator = null)
    {
        var fallback = new Windows1252Fallback();
        var encoding = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, fallback);
        var text = new StreamReader(file.Open(), encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        try
        {
            var rows = CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                HasHeaders = true,
                BufferSize = 1 << 16,
                MaxBufferSize = 1 << 24,
                CsvStyle = CsvStyle.Standard,
                Delimiter = separator,
            });
            // Column names may carry a byte order mark that was written twice, as some published files do.
            var header = Enumerable.Range(0, rows.FieldCount).Select(column => rows.GetName(column).Trim().Trim('\uFEFF').Trim()).ToList();
            if (header.Count == 0)
            {
                throw new Refusal($"{file.Name} is empty: expected a first line with the names of the columns.");
            }

            return new(file, text, fallback, rows, header);
        }
        catch (CsvFormatException e)
        {
            text.Dispose();
            throw new Refusal($"{file.Name} is not a table of text: line {e.RowNumber}: {e.Message}");
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    /// <returns>Where the column stands, 0 for the first; -1 when there is none. Case and surrounding blanks do not matter.</returns>
    public int Column(params string[] names)
    {
        foreach (var name in names)
        {
            for (var column = 0; column < Header.Count; column++)
            {
                if (string.Equals(Header[column], name, StringComparison.OrdinalIgnoreCase))
                {
                    return column;
                }
            }
        }

        return -1;
    }

    public void Dispose()
    {
        Rows.Dispose();
        text.Dispose();
    }

    /// <summary>Reads a byte that is not UTF-8 as Windows-1252 would.</summary>
    private sealed class Windows1252Fallback : DecoderFallback
    {
        /// <summary>Bytes 80 to 9F hexadecimal, where Windows-1252 and Latin-1 differ; the five it does not define stay as they are.</summary>
        private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

        public int Count { get; private set; }

        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Letters(this);

        private sealed class Letters(Windows1252Fallback owner) : DecoderFallbackBuffer
        {
            private string letters = "";
            private int next;

            public override int Remaining => letters.Length - next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                letters = string.Concat(bytesUnknown.Select(unknown => unknown is >= 0x80 and <= 0x9F ? High[unknown - 0x80] : (char)unknown));
                next = 0;
                owner.Count += bytesUnknown.Length;
                return true;
            }

            public override char GetNextChar() => next < letters.Length ? letters[next++] : '\0';

            public override bool MovePrevious() => next > 0 && next-- > 0;
        }
    }
}
