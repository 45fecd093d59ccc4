namespace Cleverence.Connectivity.Marking;

/// <summary>What recognition came to: done, refused, or one character to put in or take out before it tries again.</summary>
internal readonly record struct MarkingStep(MarkingReason Reason, int Index, char Inserted, bool Rewrites, MarkingFlags Flags)
{
    public static MarkingStep Done => default;

    public static MarkingStep Refused(MarkingReason reason, int index = -1) => new(reason, index, '\0', false, MarkingFlags.None);

    public static MarkingStep Insert(int index, char character, MarkingFlags flags) => new(MarkingReason.None, index, character, true, flags);

    public static MarkingStep Separate(int index) => Insert(index, MarkingCharacters.Separator, MarkingFlags.SeparatorRestored);

    public static MarkingStep Remove(int index) => new(MarkingReason.None, index, '\0', true, MarkingFlags.SeparatorRemoved);
}
