using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Egais;

/// <summary>One F2 of the long work on marks.</summary>
/// <param name="FsrarId">Whose.</param>
/// <param name="F2">The batch.</param>
/// <param name="State">Where it stands.</param>
internal sealed record MarksItem(string FsrarId, string F2, MarksItemState State)
{
    public string? Message { get; init; }

    public string? Error { get; init; }

    public long Version { get; init; }

    public static MarksItem Read(StoredRecord record)
    {
        var stored = (JObject)JsonText.Parse(Encoding.UTF8.GetString(record.Content));
        return new MarksItem(record.Index1!, record.Key[(record.Index1!.Length + 1)..], Enum.Parse<MarksItemState>(record.Index2!)) { Message = (string?)stored["message"], Error = (string?)stored["error"], Version = record.Version };
    }

    public RecordChange Change() =>
        new(RecordKinds.MarksWork, $"{FsrarId}/{F2}", Encoding.UTF8.GetBytes(new JObject { ["message"] = Message, ["error"] = Error }.ToString(Formatting.None))) { Index1 = FsrarId, Index2 = State.ToString(), ExpectedVersion = Version };
}
