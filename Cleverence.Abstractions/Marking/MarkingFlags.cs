namespace Cleverence.Connectivity.Marking;

/// <summary>What was mended in a code, and what about it is unusual. None of it is an error.</summary>
[Flags]
public enum MarkingFlags
{
    /// <summary>Nothing to tell.</summary>
    None = 0,

    /// <summary>A text that stands for the separator was replaced by it, such as <c>\u001d</c> or <c>{GS}</c>.</summary>
    SeparatorTranslated = 1,

    /// <summary>Separators were lost, and there was one way only to put them back.</summary>
    SeparatorRestored = 1 << 1,

    /// <summary>Separators that stand in the wrong place, doubled or at the end, were removed.</summary>
    SeparatorRemoved = 1 << 2,

    /// <summary>The code was typed under the Russian keyboard layout and was put back key by key.</summary>
    LayoutRepaired = 1 << 3,

    /// <summary>The brackets of the human-readable form were removed.</summary>
    BracketsRemoved = 1 << 4,

    /// <summary>The lost first zero of AI 01 was put back.</summary>
    LeadingZeroRestored = 1 << 5,

    /// <summary>Without separators the text can be read in several ways; the КИ given is the text as it stands. Ask to scan again, or tell the product group.</summary>
    AmbiguousWithoutSeparators = 1 << 6,

    /// <summary>The serial has a length that no template of the code station has.</summary>
    UnusualSerialLength = 1 << 7,

    /// <summary>The check part is incomplete, or has a length that no template of the code station has.</summary>
    UnusualCheckPart = 1 << 8,

    /// <summary>The retail price of a pack is above 5000 roubles, not in whole roubles, or not a number of its alphabet.</summary>
    UnusualPrice = 1 << 9,
}
