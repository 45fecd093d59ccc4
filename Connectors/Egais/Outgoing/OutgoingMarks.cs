using System.Text.RegularExpressions;

namespace Connectors.Egais;

/// <summary>The patterns of marks, boxes and numbers that the registry's schema lets through (CommonV3).</summary>
internal static partial class OutgoingMarks
{
    /// <summary>The F2 that a caller may name.</summary>
    public static bool IsF2(string text) => F2().IsMatch(text);

    public static bool IsBox(string text) => Box().IsMatch(text);

    /// <summary>An excise mark: of 150, 68 or 40 characters.</summary>
    public static bool IsExcise(string text) => text.Length switch
    {
        150 => Mark150().IsMatch(text),
        68 => Mark68().IsMatch(text),
        40 => Mark40().IsMatch(text),
        _ => false,
    };

    public static bool IsBeer(string text) => Beer().IsMatch(text);

    /// <summary>Whether marks without a word of their kind are those of beer.</summary>
    public static bool AreBeer(IReadOnlyList<string> marks) => marks.Count > 0 && marks.All(IsBeer);

    // Digits are spelt out: \d matches those of other scripts too.
    [GeneratedRegex(@"\A(?!000)[0-9]{3}(?!000)[0-9]{3}(?!00000000)[0-9]{8}(0[1-9]|1[0-2])(1[89]|[2-9][0-9])(?!000)[0-9]{3}[0-9A-Z]{129}\z")]
    private static partial Regex Mark150();

    [GeneratedRegex(@"\A[0-9]{2}[a-zA-Z0-9]{21}[0-9][0-1][0-9][0-3][0-9]{10}[a-zA-Z0-9]{31}\z")]
    private static partial Regex Mark68();

    [GeneratedRegex(@"\A[0-9]{40}\z")]
    private static partial Regex Mark40();

    [GeneratedRegex(@"\A01[0-9]{14}21[""&<>'?0-9A-Z_a-z=!%.:;/()*+,\-]{7}\z")]
    private static partial Regex Beer();

    [GeneratedRegex(@"\A([0-9]{26}|[0-9]{18})\z")]
    private static partial Regex Box();

    [GeneratedRegex(@"\AFB-[0-9]{15}\z")]
    private static partial Regex F2();
}
