namespace Cleverence.Connectivity.Exchange;

/// <summary>What a person decides about a parked or uncertain message.</summary>
public enum ExchangeDecision
{
    /// <summary>It arrived; the id it has there comes with the decision.</summary>
    Arrived,

    /// <summary>It did not arrive: send it again.</summary>
    SendAgain,

    /// <summary>It is dropped; the document goes back.</summary>
    Drop,

    /// <summary>Leave it where it stands and ask the other system once more.</summary>
    AskAgain,
}
