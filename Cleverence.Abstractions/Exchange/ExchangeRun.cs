namespace Cleverence.Connectivity.Exchange;

/// <summary>What a run of the engine works on.</summary>
public sealed record ExchangeRun
{
    /// <summary>The organisations; null for every one that has something open.</summary>
    public IReadOnlyList<string>? Organisations { get; init; }

    /// <summary>Only this document's messages; nothing is received then.</summary>
    public string? Document { get; init; }

    /// <summary>Only this message; nothing is received then.</summary>
    public string? MessageId { get; init; }

    /// <summary>How long the run may go on sending and asking; it also waits that long for the next question to fall due. 30 seconds.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the run ends when nothing is due now, instead of waiting for what falls due within its budget.</summary>
    public bool OneStep { get; init; }

    /// <summary>Which part of the work it does. Everything.</summary>
    public ExchangePart Part { get; init; }

    /// <summary>Who asked for it, for the protocol.</summary>
    public string? User { get; init; }
}
