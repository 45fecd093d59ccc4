namespace Connectors.Egais;

/// <summary>The kind of barcode, where it is known.</summary>
internal enum MarkSymbology
{
    /// <summary>Marks of the second generation, and beer.</summary>
    DataMatrix,

    /// <summary>Marks of the first generation.</summary>
    Pdf417,
}
