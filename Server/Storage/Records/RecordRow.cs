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

    /// <summary>Reads it from the columns, in their order.</summary>
    public static RecordRow Read(IRow row) => new()
    {
        Kind = row.Text(0),
        Key = row.Text(1),
        Index1 = row.TextOrNull(2),
        Index2 = row.TextOrNull(3),
        Content = row.Bytes(4),
        Secret = row.Whole(5),
        Version = row.Whole(6),
        ExpiresAt = row.WholeOrNull(7),
        ChangedAt = row.Whole(8),
    };

    public StoredRecord ToRecord(string connectorId, RecordsKey key) => new(Kind, Key, Secret == 0 ? Content : key.Open(connectorId, Kind, Key, Content), Version)
    {
        Index1 = Index1,
        Index2 = Index2,
        ExpiresAt = UnixTime.From(ExpiresAt),
        ChangedAt = UnixTime.From(ChangedAt),
    };
}
