using System.Text;
using System.Text.Json;

namespace ServerJobs;

/// <summary>
/// The text of a job file that is right as a whole. A change replaces only the bytes of the place concerned,
/// so comments, order, line ends and unknown names everywhere else stay as a person wrote them.
/// </summary>
internal sealed class JobsText
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];
    private readonly byte[] utf8;
    private readonly bool marked;
    private readonly string newLine;

    private JobsText(byte[] utf8, bool marked)
    {
        this.utf8 = utf8;
        this.marked = marked;
        newLine = utf8.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
        Layout = JobsLayout.Read(utf8);
    }

    /// <summary>Where everything stands.</summary>
    public JobsLayout Layout { get; }

    /// <summary>Takes the bytes of the file.</summary>
    public static JobsText Of(byte[] file)
    {
        var marked = file.AsSpan().StartsWith(Mark);
        return new JobsText(marked ? file[Mark.Length..] : file, marked);
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ToFile() => marked ? [.. Mark, .. utf8] : utf8;

    /// <summary>An entry, as written.</summary>
    public JsonElement Entry(int index) => Parse(Layout.Entries[index].Span);

    /// <summary>The value of a property at the top of the file; null when it is not there.</summary>
    public JsonElement? Root(string name) => Layout.Root.Field(name) is { } field ? Parse(field.Value) : null;

    /// <summary>Whether an entry holds comments, which replacing it would lose.</summary>
    public bool HasComments(int index)
    {
        var span = Layout.Entries[index].Span;
        var reader = new Utf8JsonReader(utf8.AsSpan(span.Start, span.End - span.Start), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow, AllowTrailingCommas = true });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Comment) return true;
        }

        return false;
    }

    /// <summary>Adds an entry behind the last one.</summary>
    public JobsText Append(JsonElement entry)
    {
        var close = Layout.List.End - 1;
        if (Layout.Entries.Count > 0)
        {
            var last = Layout.Entries[^1].Span;
            var before = IndentOf(last.Start);
            return InsertBehind(last.End, close, $"{newLine}{before}{JobEntryText.Of(entry, before, newLine)}");
        }

        // An empty list is mostly written as [] or over two lines; either way its bracket comes onto a line of its own.
        var indent = IndentOf(close);
        var tail = JsonGap.StandsAlone(utf8, close) ? "" : newLine + indent;
        var open = Layout.List.Start + 1;
        return Splice(new(open, open), $"{newLine}{indent}  {JobEntryText.Of(entry, indent + "  ", newLine)}{tail}");
    }

    /// <summary>Puts an entry in the place of another.</summary>
    public JobsText Replace(int index, JsonElement entry)
    {
        var span = Layout.Entries[index].Span;
        return Splice(span, JobEntryText.Of(entry, IndentOf(span.Start), newLine));
    }

    /// <summary>Takes an entry out, with its comma and the line it leaves empty.</summary>
    public JobsText Remove(int index)
    {
        var span = Layout.Entries[index].Span;
        var next = index + 1 < Layout.Entries.Count ? Layout.Entries[index + 1].Span.Start : Layout.List.End - 1;
        if (JsonGap.Comma(utf8, span.End, next) is { } after) return Splice(JsonGap.WholeLines(utf8, span with { End = after + 1 }), "");
        if (index == 0) return Splice(JsonGap.WholeLines(utf8, span), "");
        var comma = JsonGap.Comma(utf8, Layout.Entries[index - 1].Span.End, span.Start)!.Value;
        return new JobsText(Cut(JsonGap.WholeLines(utf8, span)), marked).WithoutByte(comma);
    }

    /// <summary>Sets a property of an entry: in the place of the first of the names that is there, else behind the last property.</summary>
    /// <param name="index">The entry.</param>
    /// <param name="name">The name to write.</param>
    /// <param name="value">The value.</param>
    /// <param name="instead">Other names in whose place it may go.</param>
    public JobsText Set(int index, string name, JsonElement value, params string[] instead) => Set(Layout.Entries[index], name, value, instead);

    /// <summary>Sets a property at the top of the file, in front of the jobs when it is new.</summary>
    public JobsText SetRoot(string name, JsonElement value)
    {
        if (Layout.Root.Field(name) is not null) return Set(Layout.Root, name, value, []);
        var jobs = Layout.Root.Field("jobs")!;
        return Splice(new(jobs.Start, jobs.Start), $"{JobEntryText.Text(name)}: {JobEntryText.Of(value, "", newLine)},{newLine}{IndentOf(jobs.Start)}");
    }

    private JobsText Set(EntryPlace place, string name, JsonElement value, string[] instead)
    {
        if (place.Field([name, .. instead]) is { } field)
        {
            return Splice(new(field.Start, field.Value.End), $"{JobEntryText.Text(name)}: {JobEntryText.Of(value, IndentOf(field.Start), newLine)}");
        }

        var last = place.Fields[^1];
        var gap = JsonGap.StandsAlone(utf8, last.Start) ? newLine + IndentOf(last.Start) : " ";
        return InsertBehind(last.Value.End, place.Span.End - 1, $"{gap}{JobEntryText.Text(name)}: {JobEntryText.Of(value, IndentOf(last.Start), newLine)}");
    }

    // A remark at the end of the line belongs to what stands before it, so what is new goes behind the remark.
    private JobsText InsertBehind(int end, int close, string text)
    {
        var comma = JsonGap.Comma(utf8, end, close);
        var at = text.StartsWith(newLine, StringComparison.Ordinal) ? JsonGap.EndOfLine(utf8, end, close) ?? end : end;
        if (comma is { } there) return Splice(new(Math.Max(at, there + 1), Math.Max(at, there + 1)), text);
        return new([.. utf8.AsSpan(0, end), (byte)',', .. utf8.AsSpan(end, at - end), .. Encoding.UTF8.GetBytes(text), .. utf8.AsSpan(at)], marked);
    }

    private JsonElement Parse(TextSpan span)
    {
        using var document = JsonDocument.Parse(utf8.AsMemory(span.Start, span.End - span.Start), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return document.RootElement.Clone();
    }

    private string IndentOf(int at) => Encoding.UTF8.GetString(JsonGap.Indent(utf8, at));

    private JobsText Splice(TextSpan span, string text) => new([.. utf8.AsSpan(0, span.Start), .. Encoding.UTF8.GetBytes(text), .. utf8.AsSpan(span.End)], marked);

    private byte[] Cut(TextSpan span) => [.. utf8.AsSpan(0, span.Start), .. utf8.AsSpan(span.End)];

    private JobsText WithoutByte(int at) => new(Cut(new(at, at + 1)), marked);
}
