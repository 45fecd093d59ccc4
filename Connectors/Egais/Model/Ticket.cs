namespace Connectors.Egais;

/// <summary>A verdict of the registry about something we sent. Values of the registry are compared ignoring case.</summary>
internal sealed record Ticket
{
    public string? TicketDate { get; init; }

    public string? Identity { get; init; }

    public string? DocId { get; init; }

    /// <summary>The request id as written; compare <see cref="ReplyIds.Normalise"/> of it.</summary>
    public string? TransportId { get; init; }

    public string? RegId { get; init; }

    public string? DocHash { get; init; }

    /// <summary>The element it is about, such as <c>WayBillAct_v4</c>.</summary>
    public string? DocType { get; init; }

    /// <summary>The first verdict: <c>Accepted</c> or <c>Rejected</c>; null when the ticket has none.</summary>
    public string? Conclusion { get; init; }

    public string? ConclusionDate { get; init; }

    public string? Comments { get; init; }

    /// <summary><c>Confirm</c>, <c>UnConfirm</c> or another name; empty when the result does not name its operation, null when the ticket has no result of one.</summary>
    public string? OperationName { get; init; }

    /// <summary><c>Accepted</c> or <c>Rejected</c>.</summary>
    public string? OperationResult { get; init; }

    public string? OperationComment { get; init; }

    public string? OperationDate { get; init; }
}
