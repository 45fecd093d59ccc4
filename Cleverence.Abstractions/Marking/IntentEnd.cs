namespace Cleverence.Connectivity.Marking;

/// <summary>How an intent to fetch codes ended.</summary>
public enum IntentEnd
{
    /// <summary>Its block is stored.</summary>
    Stored,

    /// <summary>The order station refused; nothing was handed out.</summary>
    Refused,

    /// <summary>The request is proven to have had no effect.</summary>
    NoEffect,

    /// <summary>A person must look; the reason and its proof are kept.</summary>
    Parked,
}
