namespace Connectors.Egais;

/// <summary>What a scanned text is.</summary>
internal enum MarkKind
{
    /// <summary>None of the known forms.</summary>
    Unknown,

    /// <summary>An excise mark of the second generation: 150 characters, DataMatrix.</summary>
    Mark150,

    /// <summary>An excise mark of the first generation: 68 characters, PDF417.</summary>
    Mark68,

    /// <summary>A box or pallet: 26 or 18 digits.</summary>
    Box,

    /// <summary>40 digits: the registry's schema takes them for a mark.</summary>
    Code40,

    /// <summary>A marking code of beer, without its crypto tail.</summary>
    Beer,

    /// <summary>A barcode of goods.</summary>
    Ean,
}
