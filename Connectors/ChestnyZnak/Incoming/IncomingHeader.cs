using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>A document of another participant as it is kept: the row of the list, the header of its body, and how far it was taken in.</summary>
/// <param name="Number">Its number, usually the name of its file.</param>
/// <param name="Row">The row of the list.</param>
internal sealed record IncomingHeader(string Number, JObject Row)
{
    /// <summary>The body without its lines; null while it could not be read.</summary>
    public JObject? Body { get; init; }

    /// <summary>How many lines are kept.</summary>
    public int Lines { get; init; }

    /// <summary>How many records hold them.</summary>
    public int Pages { get; init; }

    /// <summary>Why it could not be read.</summary>
    public string? Failure { get; init; }

    public string Group { get; init; } = "";

    /// <summary>The version of its record; 0 for a new one.</summary>
    public long Version { get; init; }

    public string Status => Row.Text("status") ?? "";

    /// <summary>Whether a row of the list brings nothing new.</summary>
    public bool IsSame(JToken row) => Failure is null && Body is not null && Status == row.Text("status") && Row.Text("receivedAt") == row.Text("receivedAt");

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(new JObject
    {
        ["number"] = Number, ["row"] = Row, ["body"] = Body, ["lines"] = Lines, ["pages"] = Pages, ["failure"] = Failure, ["group"] = Group,
    }.ToString(Formatting.None));

    public static IncomingHeader Read(StoredRecord record)
    {
        var stored = JsonText.Parse(Encoding.UTF8.GetString(record.Content));
        return new IncomingHeader(stored.Text("number")!, (JObject)stored.Field("row")!)
        {
            Body = stored.Field("body") as JObject,
            Lines = (int)(stored.Long("lines") ?? 0),
            Pages = (int)(stored.Long("pages") ?? 0),
            Failure = stored.Text("failure"),
            Group = stored.Text("group") ?? "",
            Version = record.Version,
        };
    }
}
