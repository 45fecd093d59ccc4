namespace Emulators.Utm;

/// <summary>What is odd about the letters to one out-box, from now on.</summary>
public sealed class UtmTwists
{
    /// <summary>Every ticket comes twice.</summary>
    public bool DuplicateTickets { get; set; }

    /// <summary>What one document causes comes in the opposite order.</summary>
    public bool ReverseOrder { get; set; }

    /// <summary>Both verdicts of a document come in one ticket.</summary>
    public bool JoinTickets { get; set; }

    /// <summary>Tickets do not repeat the sender's identifier.</summary>
    public bool TicketsWithoutIdentity { get; set; }

    /// <summary>Tickets do not tell the request in their text.</summary>
    public bool TicketsWithoutTransportId { get; set; }

    /// <summary>The list does not tell which request a ticket answers.</summary>
    public bool TicketsWithoutReplyId { get; set; }

    /// <summary>Tickets write the request in capitals without dashes.</summary>
    public bool DashlessTransportIds { get; set; }

    /// <summary>Verdicts come in capitals.</summary>
    public bool VerdictsInCapitals { get; set; }

    /// <summary>Tickets about ConfirmRepealWB carry a wrong, purely numeric number.</summary>
    public bool WrongRepealNumbers { get; set; }

    /// <summary>The registry does not take what this UTM sends, in these words; empty for no such thing.</summary>
    public string RejectText { get; set; } = "";

    /// <summary>The registry takes what this UTM sends and does not conduct it, in these words; empty for no such thing.</summary>
    public string RefuseText { get; set; } = "";

    /// <summary>Kinds that are not shown until they are released, such as <c>Ticket/Confirm</c>, <c>Ticket/*</c>, <c>WayBill_v4</c>, <c>FORM2REGINFO</c> or <c>*</c>, apart by commas.</summary>
    public string Hold { get; set; } = "";

    internal bool Holds(string kind) => Hold.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(one => Matches(one, kind));

    internal static bool Matches(string pattern, string kind) => pattern.EndsWith('*') ? kind.StartsWith(pattern[..^1], StringComparison.Ordinal) : kind == pattern;
}
