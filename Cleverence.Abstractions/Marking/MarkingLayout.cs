namespace Cleverence.Connectivity.Marking;

/// <summary>How a marking code of the GS1 form is laid out: the lengths of its fields, in characters.</summary>
/// <param name="SerialLength">The length of the serial, AI 21.</param>
/// <param name="HasPrice">Whether the price stands in AI 8005, as in blocks.</param>
/// <param name="KeyLength">The length of the key, AI 91; 0 when there is none.</param>
/// <param name="CheckLength">The length of the check value: AI 92 where there is a key, otherwise AI 93.</param>
public sealed record MarkingLayout(int SerialLength, bool HasPrice, int KeyLength, int CheckLength)
{
    internal static readonly MarkingLayout[] Known =
    [
        new(6, false, 0, 4), new(6, false, 4, 44), new(7, false, 0, 4), new(13, false, 0, 4), new(13, false, 4, 44),
        new(13, false, 4, 88), new(20, false, 4, 44), new(20, false, 0, 4), new(7, true, 0, 4),
    ];

    /// <summary>Every layout that the code station's templates have.</summary>
    public static IReadOnlyList<MarkingLayout> All { get; } = Known.AsReadOnly();

    /// <summary>The length of the КИ: the code without separators and check part.</summary>
    public int CisLength => 18 + SerialLength + (HasPrice ? 10 : 0);

    /// <summary>The length of the full code without optional fields, separators counted.</summary>
    public int FullLength => LengthWithoutSeparators + 1 + (HasPrice ? 1 : 0) + (KeyLength > 0 ? 1 : 0);

    /// <summary>The length of the full code without optional fields, after a scanner swallowed the separators.</summary>
    public int LengthWithoutSeparators => CisLength + (KeyLength > 0 ? 2 + KeyLength : 0) + 2 + CheckLength;

    /// <summary>The layout as manuals write it, such as <c>21:13 91:4 92:44</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"21:{SerialLength}{(HasPrice ? " 8005:6" : "")}{(KeyLength > 0 ? $" 91:{KeyLength} 92:{CheckLength}" : $" 93:{CheckLength}")}";
}
