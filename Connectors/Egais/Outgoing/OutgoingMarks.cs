namespace Connectors.Egais;

/// <summary>What the registry's schema lets through of marks, boxes and numbers in documents that are sent (CommonV3).</summary>
internal static class OutgoingMarks
{
    /// <summary>The F2 that a caller may name.</summary>
    public static bool IsF2(string text) => MarkPattern.IsF2(text);

    public static bool IsBox(string text) => MarkPattern.IsBox(text);

    /// <summary>An excise mark: of 150, 68 or 40 characters.</summary>
    public static bool IsExcise(string text) => MarkPattern.IsNew(text) || MarkPattern.IsOld(text) || MarkPattern.IsOther(text);

    public static bool IsBeer(string text) => MarkPattern.IsBeer(text);

    /// <summary>Whether marks without a word of their kind are those of beer.</summary>
    public static bool AreBeer(IReadOnlyList<string> marks) => marks.Count > 0 && marks.All(IsBeer);
}
