namespace Connectors.Egais;

/// <summary>What the registry takes in documents that are sent: its schema's patterns, nothing looser.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="RuleRu">The same in Russian.</param>
internal sealed record MarkRule(string Rule, string RuleRu)
{
    /// <summary>A mark (<c>amc</c>).</summary>
    public static MarkRule? OfMark(string mark) => MarkText.Parse(mark) is { Kind: MarkKind.Mark150 or MarkKind.Mark68 or MarkKind.Code40 } read && read.Value == mark
        ? null
        : new MarkRule($"is no excise mark of 150, 68 or 40 characters: {ShortMark.Of(mark)}", $"не акцизная марка из 150, 68 или 40 знаков: {ShortMark.Of(mark)}");

    /// <summary>A mark of beer (<c>ms</c>).</summary>
    public static MarkRule? OfBeer(string mark) => MarkPattern.IsBeer(mark)
        ? null
        : new MarkRule($"is no mark of beer of 25 characters: {ShortMark.Of(mark)}", $"не марка пива из 25 знаков: {ShortMark.Of(mark)}");

    /// <summary>A box (<c>boxnumber</c>, <c>boxnum</c>, <c>bl</c>).</summary>
    public static MarkRule? OfBox(string box) => MarkPattern.IsBox(box)
        ? null
        : new MarkRule($"is no box number of 26 or 18 digits: {ShortMark.Of(box)}", $"номер короба не из 26 или 18 цифр: {ShortMark.Of(box)}");

    /// <summary>A movement record that is typed in.</summary>
    public static MarkRule? OfF2(string f2) => MarkPattern.IsF2(f2)
        ? null
        : new MarkRule($"is no F2 number (FB- and 15 digits): {ShortMark.Of(f2)}", $"не номер справки 2 (FB- и 15 цифр): {ShortMark.Of(f2)}");
}
