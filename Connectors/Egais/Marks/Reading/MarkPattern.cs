using System.Buffers;

namespace Connectors.Egais;

/// <summary>The patterns of the registry's schema, character by character: nothing to backtrack, and digits are 0 to 9 only.</summary>
internal static class MarkPattern
{
    public const int LengthNew = 150;
    public const int LengthOld = 68;
    public const int LengthOther = 40;
    public const int LengthBeer = 25;
    public const int LengthBox = 26;
    public const int LengthShortBox = 18;

    /// <summary>The digits of an owner at the start of a box.</summary>
    public const int LengthOwner = 12;

    private static readonly SearchValues<char> Upper = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> Serial = SearchValues.Create("\"&<>'?0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz=!%.:;/()*+,-");

    public static bool IsNew(ReadOnlySpan<char> text) =>
        text.Length == LengthNew && IsDigits(text[..21])
        && !IsZero(text[..3]) && !IsZero(text[3..6]) && !IsZero(text[6..14]) && Pair(text[14..16]) is >= 1 and <= 12 && Pair(text[16..18]) >= 18 && !IsZero(text[18..21])
        && !text[21..].ContainsAnyExcept(Upper);

    /// <summary>The form of a mark of the first generation; whether its product code is a number that fits is told by <see cref="AlcCode"/>.</summary>
    public static bool IsOld(ReadOnlySpan<char> text) =>
        text.Length == LengthOld && IsDigits(text[..2]) && !text[2..23].ContainsAnyExcept(Letters)
        && char.IsAsciiDigit(text[23]) && text[24] is '0' or '1' && char.IsAsciiDigit(text[25]) && text[26] is >= '0' and <= '3' && IsDigits(text[27..37])
        && !text[37..].ContainsAnyExcept(Letters);

    public static bool IsOther(ReadOnlySpan<char> text) => text.Length == LengthOther && IsDigits(text);

    /// <summary>A box as the schema allows it.</summary>
    public static bool IsBox(ReadOnlySpan<char> text) => text.Length is LengthBox or LengthShortBox && IsDigits(text);

    /// <summary>A box of a producer that puts letters into line or serial.</summary>
    public static bool IsLetteredBox(ReadOnlySpan<char> text) => text.Length switch
    {
        LengthShortBox => IsDigits(text[..LengthOwner]) && !text[LengthOwner..].ContainsAnyExcept(Letters),
        LengthBox => IsDigits(text[..13]) && !text[13..15].ContainsAnyExcept(Letters) && IsDigits(text[15..17]) && !text[17..].ContainsAnyExcept(Letters),
        _ => false,
    };

    /// <summary>A code of beer without a tail.</summary>
    public static bool IsBeer(ReadOnlySpan<char> text) => text.Length == LengthBeer && StartsAsBeer(text);

    /// <summary>A code of beer, with a tail or without.</summary>
    public static bool StartsAsBeer(ReadOnlySpan<char> text) =>
        text.Length >= LengthBeer && text.StartsWith("01") && IsDigits(text[2..16]) && text[16..].StartsWith("21") && !text[18..LengthBeer].ContainsAnyExcept(Serial);

    public static bool IsEan(ReadOnlySpan<char> text) => text.Length is 8 or 12 or 13 or 14 && IsDigits(text);

    /// <summary>The number of a movement record, F2.</summary>
    public static bool IsF2(ReadOnlySpan<char> text) => text.Length == 18 && text.StartsWith("FB-") && IsDigits(text[3..]);

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsZero(ReadOnlySpan<char> digits) => !digits.ContainsAnyExcept('0');

    private static int Pair(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';
}
