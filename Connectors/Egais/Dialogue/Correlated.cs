using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What something that arrived belongs to; to nothing of ours, or not yet, when all is empty.</summary>
internal sealed record Correlated
{
    /// <summary>The message it answers.</summary>
    public ExchangeMessage? Message { get; init; }

    /// <summary>The message was found by the registry's number alone: it may as well be an earlier one about the same document.</summary>
    public bool IsByNumber { get; init; }

    /// <summary>The document it speaks of, where no message of ours is answered.</summary>
    public EgaisDocument? Document { get; init; }

    /// <summary>Another organisation of ours that it belongs to; it is an error that it is here.</summary>
    public string? ForeignOwner { get; init; }

    public bool IsNothing => Message is null && Document is null && ForeignOwner is null;
}
