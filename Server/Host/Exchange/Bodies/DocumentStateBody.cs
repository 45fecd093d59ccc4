using Cleverence.Connectivity.Exchange;

namespace Server.Exchange;

/// <summary>Where a document stands in its exchange.</summary>
internal sealed record DocumentStateBody(string Document, string Kind, string Status, IReadOnlyList<string> Actions)
{
    public string Organisation { get; init; } = "";

    public string Operation { get; init; } = "";

    public IReadOnlyList<string> Receipts { get; init; } = [];

    public bool IsError { get; init; }

    public FaultBody? Error { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public long Version { get; init; }

    public static DocumentStateBody Of(DocumentState state, string? language) => new(state.Document, state.Kind, state.Status, state.Actions)
    {
        Organisation = state.Organisation,
        Operation = state.Operation,
        Receipts = state.Receipts,
        IsError = state.IsError,
        Error = FaultBody.Of(state.Error, language),
        ChangedAt = state.ChangedAt,
        Version = state.Version,
    };
}
