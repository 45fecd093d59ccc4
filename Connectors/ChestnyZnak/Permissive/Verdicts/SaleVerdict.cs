namespace Connectors.ChestnyZnak;

/// <summary>What a till may do with a code; the later one is the stricter one.</summary>
internal enum SaleVerdict
{
    /// <summary>Sell it (or take it back).</summary>
    Sell,

    /// <summary>The operator decides.</summary>
    Ask,

    /// <summary>Do not.</summary>
    DoNotSell,
}
