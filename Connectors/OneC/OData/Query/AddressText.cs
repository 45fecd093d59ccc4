using System.Text;

namespace Connectors.OneC.OData;

/// <summary>Percent-encodes what goes into addresses, leaving the signs that OData lives by readable: every escaped sign counts against the limit of length.</summary>
internal static class AddressText
{
    /// <summary>The longest address 1C is sent.</summary>
    public const int MaxLength = 2_000;

    public static string Encode(string text)
    {
        var made = new StringBuilder(text.Length * 2);
        foreach (var piece in text.EnumerateRunes())
        {
            if (piece.IsAscii && (char.IsAsciiLetterOrDigit((char)piece.Value) || "-._~'(),:/*$=".Contains((char)piece.Value, StringComparison.Ordinal))) made.Append((char)piece.Value);
            else made.Append(Uri.EscapeDataString(piece.ToString()));
        }

        return made.ToString();
    }
}
