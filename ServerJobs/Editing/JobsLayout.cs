using System.Text.Json;

namespace ServerJobs;

/// <summary>Where everything stands in a job file that is known to be right as a whole.</summary>
/// <param name="Root">The object of the file.</param>
/// <param name="List">The list of jobs, brackets included.</param>
/// <param name="Entries">Its entries.</param>
internal sealed record JobsLayout(EntryPlace Root, TextSpan List, IReadOnlyList<EntryPlace> Entries)
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the layout.</summary>
    /// <param name="utf8">The text, without a byte order mark.</param>
    public static JobsLayout Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Lenient);
        reader.Read();
        var root = ReadEntry(ref reader);
        var list = root.Field("jobs")!.Value;
        return new JobsLayout(root, list, ReadList(utf8[list.Start..list.End], list.Start));
    }

    /// <summary>The place of a job's entry in the list; of several with one id the one in force, the first. -1 for none.</summary>
    public int IndexOf(string id)
    {
        for (var at = 0; at < Entries.Count; at++)
        {
            if (string.Equals(Entries[at].Id, id.Trim(), StringComparison.OrdinalIgnoreCase)) return at;
        }

        return -1;
    }

    private static List<EntryPlace> ReadList(ReadOnlySpan<byte> list, int offset)
    {
        var reader = new Utf8JsonReader(list, Lenient);
        reader.Read();
        var entries = new List<EntryPlace>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) entries.Add(ReadEntry(ref reader, offset));
        return entries;
    }

    private static EntryPlace ReadEntry(ref Utf8JsonReader reader, int offset = 0)
    {
        var start = (int)reader.TokenStartIndex;
        var fields = new List<FieldPlace>();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) fields.Add(ReadField(ref reader, offset));
        }
        else
        {
            reader.Skip();
        }

        return new EntryPlace(new(start + offset, (int)reader.BytesConsumed + offset), fields);
    }

    private static FieldPlace ReadField(ref Utf8JsonReader reader, int offset)
    {
        var name = reader.GetString()!;
        var start = (int)reader.TokenStartIndex + offset;
        reader.Read();
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        var valueStart = (int)reader.TokenStartIndex + offset;
        reader.Skip();
        return new FieldPlace(name, start, new(valueStart, (int)reader.BytesConsumed + offset), text);
    }
}
