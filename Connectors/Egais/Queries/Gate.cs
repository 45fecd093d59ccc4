using System.Globalization;
using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Egais;

/// <summary>The gate of one kind of question of one organisation, as it is kept: it survives restarts and is shared by all callers.</summary>
/// <param name="FsrarId">Whose.</param>
/// <param name="Operation">The question.</param>
internal sealed record Gate(string FsrarId, EgaisOperation Operation)
{
    public IReadOnlyList<GateEntry> Entries { get; init; } = [];

    /// <summary>Shut until then, because the registry complained.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The record's version; 0 for a new one.</summary>
    public long Version { get; init; }

    public static string KeyOf(string fsrarId, EgaisOperation operation) => $"{fsrarId}/{operation}";

    /// <summary>The earliest time that the intervals allow this question.</summary>
    public DateTimeOffset? EarliestOf(Question question, string parameter)
    {
        var last = Entries.Where(entry => !question.ByParameter || entry.Parameter == parameter).Max(entry => entry.PostedAt) + question.Interval;
        return NotBefore is { } shut && (last is null || shut > last) ? shut : last;
    }

    public static Gate Read(string fsrarId, EgaisOperation operation, StoredRecord? record)
    {
        if (record is null) return new Gate(fsrarId, operation);
        var stored = (JObject)JsonText.Parse(Encoding.UTF8.GetString(record.Content));
        return new Gate(fsrarId, operation)
        {
            Entries = [.. stored["entries"]!.Select(entry => new GateEntry((string)entry["message"]!, (string?)entry["parameter"] ?? "", Time(entry["at"])))],
            NotBefore = Time(stored["notBefore"]),
            Version = record.Version,
        };
    }

    /// <summary>The write of the gate; somebody else's write since it was read is a conflict.</summary>
    public RecordChange Change()
    {
        var content = new JObject
        {
            ["entries"] = new JArray(Entries.Select(entry => new JObject { ["message"] = entry.Message, ["parameter"] = entry.Parameter, ["at"] = Text(entry.PostedAt) })),
            ["notBefore"] = Text(NotBefore),
        };
        return new RecordChange(RecordKinds.Gate, KeyOf(FsrarId, Operation), Encoding.UTF8.GetBytes(content.ToString(Formatting.None))) { Index1 = FsrarId, ExpectedVersion = Version };
    }

    private static DateTimeOffset? Time(JToken? token) => (string?)token is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    private static string? Text(DateTimeOffset? at) => at?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
