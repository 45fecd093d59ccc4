namespace Cleverence.Connectivity.Marking;

/// <summary>Where the parts of a code stand in its text.</summary>
internal struct MarkingFields
{
    public MarkingCodeKind Kind;
    public MarkingSymbology Symbology;
    public MarkingFlags Flags;
    public MarkingPart Gtin;
    public MarkingPart Serial;
    public MarkingPart Price;
    public MarkingPart Key;
    public MarkingPart Check;
    public bool HasExtras;
    public bool HasNoCountry;
    public bool IsFull;
}
