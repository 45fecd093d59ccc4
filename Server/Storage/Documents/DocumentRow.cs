using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>A row of the table of documents.</summary>
internal sealed class DocumentRow
{
    public string Id { get; init; } = "";

    public string TypeName { get; init; } = "";

    public long Finished { get; init; }

    public long? FinishedAt { get; init; }

    public long? FinishedVersion { get; init; }

    public long ChangedAt { get; init; }

    public long Version { get; init; }

    public byte[] Content { get; init; } = [];

    /// <summary>Whether this very version is the one that came as finished.</summary>
    public bool IsCompletion => FinishedVersion == Version;

    /// <summary>What a save of a document binds.</summary>
    public static object ValuesOf(StoredDocument document, DateTimeOffset now) =>
        new { document.Id, TypeName = document.DocumentTypeName, Finished = document.Finished ? 1L : 0L, Now = UnixTime.Of(now), Content = RecordJson.Write(document.Content) };

    public StoredDocument ToDocument() => new(Id, TypeName, RecordJson.Read(Content))
    {
        Finished = Finished != 0,
        FinishedAt = UnixTime.From(FinishedAt),
        ChangedAt = UnixTime.From(ChangedAt),
        Version = Version,
    };
}
