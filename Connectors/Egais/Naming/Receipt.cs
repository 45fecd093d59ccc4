using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>The receipts of a document's operation (<see cref="DocumentState.Receipts"/>, <see cref="ReplyOutcome.Receipts"/>).</summary>
internal static class Receipt
{
    /// <summary>The registry took it (first ticket).</summary>
    public const string Received = "Received";

    /// <summary>The registry conducted it (second ticket); it implies <see cref="Received"/>.</summary>
    public const string Conducted = "Posted";

    /// <summary>The registration with its numbers came: FORM2REGINFO or INVENTORYREGINFO.</summary>
    public const string Registered = "Notice";

    /// <summary>The answer to a question came.</summary>
    public const string Reply = "Reply";
}
