using Cleverence.Connectivity;
using ServerJobs;
using ServerJobs.Background;

namespace Server.Storage;

/// <summary>A row of the table of background operations.</summary>
internal sealed class BackgroundRow
{
    public string Id { get; init; } = "";

    public string OwnerKey { get; init; } = "";

    public string OwnerDevice { get; init; } = "";

    public string Call { get; init; } = "";

    public string Key { get; init; } = "";

    /// <summary>The key with its call while it is taken: two rows never have the same.</summary>
    public string? ActiveKey { get; init; }

    public string Title { get; init; } = "";

    public string TitleFolded { get; init; } = "";

    public string? UserId { get; init; }

    public string? RequestId { get; init; }

    public string? RequestKey { get; init; }

    public string Asked { get; init; } = "";

    public string? CorrelationId { get; init; }

    public string Node { get; init; } = "";

    public string NodeId { get; init; } = "";

    public long StartedAt { get; init; }

    public string? Outcome { get; init; }

    public long? EndedAt { get; init; }

    public string? CancelledBy { get; init; }

    public string? Error { get; init; }

    public string ResultAddress { get; init; } = "";

    public string? Progress { get; init; }

    public long PortionCount { get; init; }

    public static string Fold(string text) => text.ToLowerInvariant();

    public static BackgroundRow Of(BackgroundOperation operation) => new()
    {
        Id = operation.Id,
        OwnerKey = operation.Owner.KeyId,
        OwnerDevice = operation.Owner.DeviceId,
        Call = operation.Call,
        Key = operation.Key,
        ActiveKey = operation.Key.Length > 0 && operation.HoldsKey ? $"{operation.Call.ToUpperInvariant()}\n{operation.Key}" : null,
        Title = operation.Title,
        TitleFolded = Fold(operation.Title),
        UserId = operation.UserId,
        RequestId = operation.RequestId,
        RequestKey = operation.RequestId is { } request ? $"{operation.Owner.KeyId}\n{operation.Owner.DeviceId}\n{request}" : null,
        Asked = Convert.ToBase64String(operation.Asked),
        CorrelationId = operation.CorrelationId,
        Node = operation.Node,
        NodeId = operation.NodeId,
        StartedAt = UnixTime.Of(operation.StartedAt),
        Outcome = operation.Outcome?.ToString(),
        EndedAt = UnixTime.Of(operation.EndedAt),
        CancelledBy = operation.CancelledBy?.ToString(),
        Error = operation.Error is { } error ? BackgroundText.Of(error) : null,
        ResultAddress = operation.ResultAddress,
        PortionCount = operation.PortionCount,
    };

    public BackgroundOperation ToOperation() => new(Id, new BackgroundOwner(OwnerKey, OwnerDevice), Call, UnixTime.From(StartedAt))
    {
        Key = Key,
        HoldsKey = ActiveKey is not null,
        Title = Title,
        UserId = UserId,
        RequestId = RequestId,
        Asked = Convert.FromBase64String(Asked),
        CorrelationId = CorrelationId,
        Node = Node,
        NodeId = NodeId,
        Outcome = Outcome is null ? null : Enum.Parse<JobOutcome>(Outcome),
        EndedAt = UnixTime.From(EndedAt),
        CancelledBy = CancelledBy is null ? null : Enum.Parse<CancelledBy>(CancelledBy),
        Error = Error is null ? null : BackgroundText.ToError(Error),
        ResultAddress = ResultAddress,
        Progress = Progress is null ? null : ProgressOf(BackgroundText.ToRecord(Progress)),
        PortionCount = (int)PortionCount,
    };

    private static BackgroundProgress ProgressOf(ConnectorRecord record) => new((int?)(long?)record["percent"], (string?)record["text"] ?? "") { Extra = record["extra"] };
}
