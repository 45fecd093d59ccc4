namespace Connectors.OneC.OData;

/// <summary>A filter ready to be sent: conditions that must all hold, and perhaps one long list that can be asked for in parts.</summary>
/// <param name="Conditions">The conditions, each in its parentheses where it needs them.</param>
internal sealed record ODataFilter(IReadOnlyList<string> Conditions)
{
    public static readonly ODataFilter None = new([]);

    /// <summary>The alternatives of the longest list of values, one of which must hold.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Whether nothing can fit, because a list of values is empty: then nothing is asked.</summary>
    public bool IsNever { get; init; }

    public bool IsEmpty => Conditions.Count == 0 && Alternatives.Count == 0;

    /// <summary>The text with some of the alternatives.</summary>
    public string Text(IEnumerable<string>? some = null)
    {
        var list = string.Join(" or ", some ?? Alternatives);
        return string.Join(" and ", list.Length == 0 ? Conditions : Conditions.Append($"({list})"));
    }
}
