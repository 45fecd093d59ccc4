namespace Cleverence.Connectivity.Marking;

/// <summary>The maximum retail price (МРЦ) as packs carry it: four characters, a number to the base 80 in kopecks.</summary>
public static class MaxRetailPrice
{
    /// <summary>How many characters a price has.</summary>
    public const int Length = 4;

    /// <summary>The highest price four characters can tell, in kopecks.</summary>
    public const int Highest = (80 * 80 * 80 * 80) - 1;

    // The order is the vendor's; brackets are legal in a code but are not digits of a price.
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"%&'*+-./_,:;=<>?";

    private static readonly sbyte[] Values = MakeValues();

    /// <summary>Reads a price.</summary>
    /// <param name="text">Four characters.</param>
    /// <param name="kopecks">The price in kopecks.</param>
    /// <returns>Whether the characters are a price.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, out int kopecks)
    {
        kopecks = 0;
        if (text.Length != Length) return false;
        var sum = 0;
        foreach (var character in text)
        {
            var value = character < Values.Length ? Values[character] : -1;
            if (value < 0) return false;
            sum = (sum * Alphabet.Length) + value;
        }

        kopecks = sum;
        return true;
    }

    /// <summary>Writes a price.</summary>
    /// <param name="kopecks">The price in kopecks, 0 to <see cref="Highest"/>.</param>
    /// <returns>Four characters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The price is below zero or above the highest.</exception>
    public static string Encode(int kopecks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(kopecks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(kopecks, Highest);
        Span<char> text = stackalloc char[Length];
        for (var at = Length - 1; at >= 0; at--)
        {
            (kopecks, var digit) = Math.DivRem(kopecks, Alphabet.Length);
            text[at] = Alphabet[digit];
        }

        return text.ToString();
    }

    private static sbyte[] MakeValues()
    {
        var values = new sbyte[128];
        Array.Fill(values, (sbyte)-1);
        for (var at = 0; at < Alphabet.Length; at++) values[Alphabet[at]] = (sbyte)at;
        return values;
    }
}
