namespace Cleverence.Connectivity.Marking;

/// <summary>What a scanned text is.</summary>
public enum MarkingCodeKind
{
    /// <summary>A marking code of the GS1 form: AI 01, AI 21 and, when full, a check part.</summary>
    Gs1,

    /// <summary>A block of tobacco, OTP or nicotine goods: the GS1 form with the price in AI 8005.</summary>
    TobaccoBlock,

    /// <summary>A pack of tobacco, OTP or nicotine goods: GTIN, serial, price and check part without AIs.</summary>
    TobaccoPack,

    /// <summary>A medicine's SGTIN: GTIN and 13 characters; recognised only when asked for.</summary>
    PharmaSgtin,

    /// <summary>A transport unit numbered by SSCC.</summary>
    Sscc,

    /// <summary>A transport unit with a number of any other form.</summary>
    TransportOpaque,

    /// <summary>Quantity-only accounting: a GTIN and a count, without individual codes.</summary>
    OsuLine,

    /// <summary>A control tag of fur goods.</summary>
    FurTag,

    /// <summary>A plain product barcode (EAN-8, UPC-A, EAN-13, GTIN-14): a product, not a marking code.</summary>
    PlainBarcode,

    /// <summary>An excise stamp of alcohol: a code of another system.</summary>
    AlcoholStamp,
}
