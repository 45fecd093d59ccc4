namespace Connectors.Egais;

/// <summary>What a ticket says, apart from what it is about. One with both verdicts counts as two, the first before the second.</summary>
internal sealed record TicketMeaning
{
    /// <summary>Whether it says anything at all.</summary>
    public bool IsKnown { get; init; }

    /// <summary>The receipts that it brings.</summary>
    public IReadOnlyList<string> Receipts { get; init; } = [];

    /// <summary>The registry refused: <see cref="EgaisStatuses.FirstTicket"/> or <see cref="EgaisStatuses.SecondTicket"/>.</summary>
    public string? RefusedBy { get; init; }

    /// <summary>The registry's own text of the refusal.</summary>
    public string? Text { get; init; }

    /// <summary>Its second verdict is about an un-conduct.</summary>
    public bool IsUnconduct { get; init; }

    /// <summary>It has the second verdict.</summary>
    public bool HasOperation { get; init; }

    public static TicketMeaning Of(Ticket ticket)
    {
        bool? taken = Is(ticket.Conclusion, "Rejected") ? false : Is(ticket.Conclusion, "Accepted") ? true : null;
        var hasOperation = ticket.OperationResult is not null || ticket.OperationName is not null;
        var conducted = hasOperation && !Is(ticket.OperationResult, "Rejected");
        List<string> receipts = [];
        if (taken == true) receipts.Add(Receipt.Received);
        if (conducted) receipts.Add(Receipt.Conducted);
        return new TicketMeaning
        {
            IsKnown = taken is not null || hasOperation,
            Receipts = receipts,
            HasOperation = hasOperation,
            IsUnconduct = hasOperation && Is(ticket.OperationName, "UnConfirm"),
            RefusedBy = taken == false ? EgaisStatuses.FirstTicket : hasOperation && !conducted ? EgaisStatuses.SecondTicket : null,
            Text = taken == false ? ticket.Comments : ticket.OperationComment,
        };
    }

    private static bool Is(string? text, string word) => string.Equals(text?.Trim(), word, StringComparison.OrdinalIgnoreCase);
}
