namespace Cleverence.Connectivity.Marking;

/// <summary>Why a text is not a code.</summary>
public enum MarkingReason
{
    /// <summary>It is a code.</summary>
    None,

    /// <summary>There is no text, or only spaces and line ends.</summary>
    Empty,

    /// <summary>The text is longer than <see cref="MarkingParseOptions.MaxLength"/>.</summary>
    TooLong,

    /// <summary>A character that no code contains.</summary>
    IllegalCharacter,

    /// <summary>Latin and Cyrillic letters together: the layout was switched during the scan.</summary>
    MixedLayout,

    /// <summary>The check digit of the GTIN or SSCC is wrong. It is never repaired.</summary>
    BadCheckDigit,

    /// <summary>A field of the code is empty, too short, or does not begin with an application identifier.</summary>
    MalformedField,

    /// <summary>A field that may stand once stands twice, as when two codes came in one scan.</summary>
    RepeatedField,

    /// <summary>The separators are lost, and there is no single way to put them back.</summary>
    AmbiguousWithoutSeparators,

    /// <summary>The text has none of the known forms.</summary>
    NotRecognised,
}
