using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>A row of connectors' records.</summary>
internal sealed class RecordRow
{
    public string Kind { get; init; } = "";

    public string Key { get; init; } = "";

    public string? Index1 { get; init; }

    public string? Index2 { get; init; }

    public byte[] Content { get; init; } = [];

    public long Secret { get; init; }

    public long Version { get; init; }

    public long? ExpiresAt { get; init; }

    public long ChangedAt { get; init; }

    public StoredRecord ToRecord(string connectorId, RecordsKey key) => new(Kind, Key, Secret == 0 ? Content : key.Open(connectorId, Kind, Key, Content), Version)
    {
        Index1 = Index1,
        Index2 = Index2,
        ExpiresAt = UnixTime.From(ExpiresAt),
        ChangedAt = UnixTime.From(ChangedAt),
    };
}
