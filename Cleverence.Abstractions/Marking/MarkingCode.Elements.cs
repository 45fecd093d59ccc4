namespace Cleverence.Connectivity.Marking;

/// <content>Fields in their order.</content>
public sealed partial class MarkingCode
{
    /// <summary>Every field in the order of the code, for codes that consist of AIs; empty for the others. Made anew at each call.</summary>
    public IReadOnlyList<MarkingElement> Elements => MarkingElements.Read(Kind, Text);

    /// <summary>The optional fields in the order of the code: all but GTIN, serial, price and check part. Made anew at each call.</summary>
    public IReadOnlyList<MarkingElement> Extras => HasExtras ? [.. Elements.Where(element => MarkingElements.IsExtra(Kind, element))] : [];

    /// <summary>The net weight in kilograms, AI 310Y; in a quantity line it has nine digits instead of six. Null when there is none.</summary>
    public decimal? Weight => Measure("310");

    /// <summary>The volume in litres, AI 335Y. Null when there is none.</summary>
    public decimal? Volume => Measure("335");

    private bool HasExtras => fields.HasExtras || Kind == MarkingCodeKind.OsuLine;

    /// <summary>The value of an optional field.</summary>
    /// <param name="ai">The AI, such as <c>240</c>.</param>
    /// <returns>The value of the first such field, or null.</returns>
    public string? Extra(string ai)
    {
        foreach (var element in Extras)
        {
            if (element.Ai.Equals(ai, StringComparison.Ordinal)) return element.Value;
        }

        return null;
    }

    // The fourth digit of the AI tells how many decimals the value has.
    private decimal? Measure(string prefix)
    {
        foreach (var element in Extras)
        {
            if (element.Ai.Length == 4 && element.Ai.StartsWith(prefix, StringComparison.Ordinal)) return new decimal(Number(element.Value), 0, 0, false, (byte)(element.Ai[3] - '0'));
        }

        return null;
    }
}
