namespace Emulators.ChestnyZnak;

/// <summary>Numbers of goods and packs with their check digits.</summary>
public static class Gtins
{
    /// <summary>Appends the check digit: 13 digits become a GTIN, 17 an SSCC.</summary>
    /// <param name="digits">The digits before it.</param>
    /// <returns>The complete number.</returns>
    public static string Complete(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        var sum = 0;
        for (var at = 0; at < digits.Length; at++) sum += (digits[^(at + 1)] - '0') * (at % 2 == 0 ? 3 : 1);
        return digits + (char)('0' + ((10 - (sum % 10)) % 10));
    }

    /// <summary>Whether it is 14 digits with the right check digit.</summary>
    /// <param name="text">What was written.</param>
    /// <returns>True for a GTIN.</returns>
    public static bool IsGtin(string? text) => text is { Length: 14 } && text.All(char.IsAsciiDigit) && Complete(text[..13]) == text;
}
