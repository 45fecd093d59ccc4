namespace Connectors.ChestnyZnak;

/// <summary>Why a verdict is what it is.</summary>
internal enum SaleReason
{
    /// <summary>Nothing speaks against it.</summary>
    Ok,

    /// <summary>The system is in emergency mode (HTTP 203): sales are allowed.</summary>
    Emergency,

    /// <summary>Nobody answered within the limit, or nobody completely.</summary>
    NoAnswer,

    /// <summary>Codes of other countries cannot be checked just now.</summary>
    CrossBorder,

    /// <summary>A state body forbids its sale.</summary>
    Blocked,

    /// <summary>The system does not know it.</summary>
    NotFound,

    /// <summary>It is no right code.</summary>
    BadCode,

    /// <summary>Its crypto signature is wrong.</summary>
    BadSignature,

    /// <summary>It was not reported as applied.</summary>
    NotApplied,

    /// <summary>It has been sold already.</summary>
    AlreadySold,

    /// <summary>It is not in circulation.</summary>
    NotInCirculation,

    /// <summary>Its date has passed.</summary>
    Expired,

    /// <summary>It is in the grey zone of tobacco.</summary>
    GrayZone,

    /// <summary>The price is above the greatest allowed.</summary>
    PriceTooHigh,

    /// <summary>The price is below the least allowed.</summary>
    PriceTooLow,
}
