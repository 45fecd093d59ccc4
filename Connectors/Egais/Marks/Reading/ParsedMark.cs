namespace Connectors.Egais;

/// <summary>A scanned text taken apart. Parts are cut out when they are asked for.</summary>
internal readonly record struct ParsedMark
{
    private readonly ulong alcCode;

    public ParsedMark(MarkKind kind, string value, ulong alcCode)
    {
        Kind = kind;
        Value = value;
        this.alcCode = alcCode;
    }

    public ParsedMark(string value, MarkFault fault, MarkSymbology? symbology)
    {
        Value = value;
        Fault = fault;
        Symbology = symbology;
    }

    public MarkKind Kind { get; }

    /// <summary>The code without what the scanner put in front, of beer without its tail; of a faulty text what was read.</summary>
    public string Value { get; }

    /// <summary>Why it is no code.</summary>
    public MarkFault Fault { get; }

    /// <summary>The symbology that a faulty text was measured by.</summary>
    public MarkSymbology? Symbology { get; }

    public bool IsMark => Kind is MarkKind.Mark150 or MarkKind.Mark68 or MarkKind.Code40 or MarkKind.Beer;

    /// <summary>The type of a mark of the second generation.</summary>
    public string? Type => Part(MarkKind.Mark150, 0, 3);

    public string? Series => Part(MarkKind.Mark150, 3, 3);

    public string? Number => Part(MarkKind.Mark150, 6, 8);

    public string? Month => Part(MarkKind.Mark150, 14, 2);

    public string? Year => Part(MarkKind.Mark150, 16, 2);

    /// <summary>The mark as people read it out: <c>TTT-SSSNNNNNNNN</c>.</summary>
    public string? Display => Kind == MarkKind.Mark150 ? string.Concat(Value.AsSpan(0, 3), "-", Value.AsSpan(3, 11)) : null;

    /// <summary>The product code in a mark of the first generation; the second has none in it.</summary>
    public string? Alc => Kind == MarkKind.Mark68 ? AlcCode.ToText(alcCode) : null;

    /// <summary>The owner in a box number.</summary>
    public string? FsrarId => Part(MarkKind.Box, 0, MarkPattern.LengthOwner);

    /// <summary>What a box of 26 characters is: <c>box</c>, <c>pallet</c>, <c>mixedBox</c>, <c>mixedPallet</c>; null when it does not tell.</summary>
    public string? UnitKind => !IsLongBox ? null : Value[MarkPattern.LengthOwner] switch
    {
        '1' => "box",
        '2' => "pallet",
        '3' => "mixedBox",
        '4' => "mixedPallet",
        _ => null,
    };

    public string? BoxLine => IsLongBox ? Value[13..15] : null;

    public string? BoxYear => IsLongBox ? Value[15..17] : null;

    public string? BoxSerial => Kind != MarkKind.Box ? null : IsLongBox ? Value[17..] : Value[MarkPattern.LengthOwner..];

    /// <summary>The article number of beer.</summary>
    public string? Gtin => Part(MarkKind.Beer, 2, 14);

    /// <summary>A box with letters in it: taken when scanned, refused in documents that are sent.</summary>
    public bool IsLetteredBox => Kind == MarkKind.Box && !MarkPattern.IsBox(Value);

    /// <summary>What was meant, where the layout was wrong.</summary>
    public string? Suggestion => Fault == MarkFault.WrongLayout ? MarkText.Clean(RussianKeys.Mend(Value)) : null;

    private bool IsLongBox => Kind == MarkKind.Box && Value.Length == MarkPattern.LengthBox;

    private string? Part(MarkKind kind, int start, int length) => Kind == kind ? Value.Substring(start, length) : null;

    /// <summary>What may stand in a log.</summary>
    public override string ToString() => $"{Kind} {ShortMark.Of(Value)}";
}
