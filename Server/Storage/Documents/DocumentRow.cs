using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>A row of the table of documents.</summary>
internal sealed class DocumentRow
{
    public string Id { get; init; } = "";

    public string TypeName { get; init; } = "";

    public long Finished { get; init; }

    public long? FinishedAt { get; init; }

    public long ChangedAt { get; init; }

    public long Version { get; init; }

    public byte[] Content { get; init; } = [];

    public StoredDocument ToDocument() => new(Id, TypeName, RecordJson.Read(Content))
    {
        Finished = Finished != 0,
        FinishedAt = UnixTime.From(FinishedAt),
        ChangedAt = UnixTime.From(ChangedAt),
        Version = Version,
    };
}
