using System.Text.RegularExpressions;

namespace Connectors.Transport.Soap;

/// <summary>The text of a fault as an operator should read it.</summary>
internal static partial class FaultText
{
    /// <summary>Takes away the places in 1C code that stand before a text: <c>{WebСервис.Имя.Модуль(12)}: </c>.</summary>
    public static string WithoutPlace(string text)
    {
        var rest = text.Trim();
        while (PlacePattern().Match(rest) is { Success: true } place && place.Length < rest.Length) rest = rest[place.Length..].TrimStart();
        return rest;
    }

    [GeneratedRegex(@"^\{[^{}\r\n]{1,400}\(\d+(,\d+)?\)\}:\s*", RegexOptions.CultureInvariant, 200)]
    private static partial Regex PlacePattern();
}
