namespace Connectors.ChestnyZnak;

/// <summary>Who closes an order whose codes are taken.</summary>
internal enum SuzClosePolicy
{
    /// <summary>The station by itself.</summary>
    Never,

    /// <summary>The fetching job, once all codes are here and nothing is missing.</summary>
    WhenAllReceived,

    /// <summary>A person, by CloseOrder.</summary>
    Manual,
}
