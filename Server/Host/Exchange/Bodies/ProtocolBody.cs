using System.ComponentModel;
using Cleverence.Connectivity.Exchange;

namespace Server.Exchange;

/// <summary>An entry of the protocol, without what was sent or received.</summary>
internal sealed record ProtocolBody(string Id, string Operation, DateTimeOffset At)
{
    public string? MessageId { get; init; }

    public ExchangeStage? Stage { get; init; }

    [Description("What happened to the document.")]
    public FactKind? Fact { get; init; }

    [Description("The other system's own word.")]
    public string? Status { get; init; }

    public IReadOnlyList<string> Receipts { get; init; } = [];

    public FaultBody? Error { get; init; }

    public bool Incoming { get; init; }

    public string Format { get; init; } = "";

    public string? RequestId { get; init; }

    [Description("SHA-256 of what was sent or received, base64.")]
    public string? ContentHash { get; init; }

    public bool Signed { get; init; }

    public string? Description { get; init; }

    public string Node { get; init; } = "";

    public string? User { get; init; }

    public static ProtocolBody Of(ProtocolRecord record, string? language) => new(record.Id, record.Operation, record.At)
    {
        MessageId = record.MessageId,
        Stage = record.Stage,
        Fact = record.Fact?.Kind,
        Status = record.Fact?.Status,
        Receipts = record.Fact?.Receipts ?? [],
        Error = FaultBody.Of(record.Fact?.Error, language),
        Incoming = record.Incoming,
        Format = record.Format,
        RequestId = record.RequestId,
        ContentHash = record.PayloadHash,
        Signed = record.Signed,
        Description = record.Description,
        Node = record.Node,
        User = record.User,
    };
}
