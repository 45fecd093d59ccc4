namespace Cleverence.Connectivity.Exchange;

/// <summary>Which part of its work a run of the engine does.</summary>
public enum ExchangePart
{
    /// <summary>It sends, asks and receives.</summary>
    Everything,

    /// <summary>It sends, looks for lost answers and asks for results; it does not receive.</summary>
    Sending,

    /// <summary>It receives, and does nothing else.</summary>
    Receiving,
}
