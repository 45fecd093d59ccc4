namespace Connectors.ChestnyZnak;

/// <summary>The taxpayer number (ИНН) and its check digits.</summary>
internal static class TaxNumber
{
    private static readonly int[] Company = [2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static readonly int[] PersonFirst = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    private static readonly int[] PersonSecond = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

    /// <summary>Whether the text is a taxpayer number: 10 digits of a company or 12 of a person, with the right check digits.</summary>
    public static bool IsValid(string? text) => text is not null && text.All(char.IsAsciiDigit) && text.Length switch
    {
        10 => Digit(text, Company) == text[9] - '0',
        12 => Digit(text, PersonFirst) == text[10] - '0' && Digit(text, PersonSecond) == text[11] - '0',
        _ => false,
    };

    private static int Digit(string text, int[] weights) => weights.Select((weight, at) => weight * (text[at] - '0')).Sum() % 11 % 10;
}
