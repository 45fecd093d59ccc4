using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>The identification code (КИ) of a code's text.</summary>
internal static class CisText
{
    /// <summary>The КИ; a text that cannot be read stands for itself.</summary>
    public static string Of(string text) => MarkingCode.TryParse(text, out var code) && code.Cis is { } cis ? cis : text;
}
