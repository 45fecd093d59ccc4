using System.Globalization;

namespace Connectors.Egais;

/// <summary>The product code in a mark of the first generation: sixteen characters of base 36 that stand for nineteen digits.</summary>
internal static class AlcCode
{
    private const int Start = 3;
    private const int Length = 16;
    private const ulong Base = 36;
    private const ulong Most = 9_999_999_999_999_999_999;

    /// <summary>Reads the number; false when it has more than nineteen digits or a character is none of base 36.</summary>
    public static bool TryRead(ReadOnlySpan<char> mark, out ulong number)
    {
        number = 0;
        if (mark.Length < Start + Length) return false;
        foreach (var character in mark.Slice(Start, Length))
        {
            if (ValueOf(character) is not { } digit || number > (Most - digit) / Base) return false;
            number = (number * Base) + digit;
        }

        return true;
    }

    /// <summary>The code as the registry writes it.</summary>
    public static string ToText(ulong number) => number.ToString("D19", CultureInfo.InvariantCulture);

    private static ulong? ValueOf(char character) => character switch
    {
        >= '0' and <= '9' => (ulong)(character - '0'),
        >= 'A' and <= 'Z' => (ulong)(character - 'A' + 10),
        >= 'a' and <= 'z' => (ulong)(character - 'a' + 10),
        _ => null,
    };
}
