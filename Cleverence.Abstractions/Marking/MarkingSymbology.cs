namespace Cleverence.Connectivity.Marking;

/// <summary>The kind of barcode, where the scanner told it by a symbology identifier.</summary>
public enum MarkingSymbology
{
    /// <summary>The scanner did not tell.</summary>
    Unknown,

    /// <summary>GS1 DataMatrix, <c>]d2</c>.</summary>
    Gs1DataMatrix,

    /// <summary>DataMatrix without the GS1 mark, <c>]d1</c>.</summary>
    DataMatrix,

    /// <summary>GS1-128, <c>]C1</c>.</summary>
    Gs1Code128,

    /// <summary>GS1 QR, <c>]Q3</c>.</summary>
    Gs1Qr,

    /// <summary>GS1 DataBar, <c>]e0</c>.</summary>
    Gs1DataBar,

    /// <summary>GS1 DotCode, <c>]J1</c>.</summary>
    Gs1DotCode,
}
