using System.Globalization;
using System.Security.Cryptography;

namespace Emulators.ChestnyZnak;

/// <summary>Makes codes that look like the system's: serial by country, check part, separators.</summary>
internal static class CodeMint
{
    private const string Serials = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"%&'*+-./_,:;=<>?()";
    private const string Checks = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const string Prices = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"%&'*+-./_,:;=<>?";

    public static string Make(CodeTemplate template, string gtin, long maxPrice, string? serial = null)
    {
        var country = template.Form is CodeForm.Pack or CodeForm.Block ? "" : "5";
        var own = country + (serial ?? Random(Serials, template.Serial - country.Length));
        return template.Form switch
        {
            CodeForm.Pack => $"{gtin}{own}{PriceText(maxPrice)}{Random(Checks, template.Check)}",
            CodeForm.Block => $"01{gtin}21{own}\u001d8005{maxPrice.ToString("D6", CultureInfo.InvariantCulture)}\u001d93{Random(Checks, template.Check)}",
            CodeForm.Short => $"01{gtin}21{own}\u001d93{Random(Checks, template.Check)}",
            _ => $"01{gtin}21{own}\u001d91{Random(Checks, 4)}\u001d92{Random(Checks, template.Check - 1)}=",
        };
    }

    // Four digits of base 80, most significant first.
    private static string PriceText(long kopecks)
    {
        Span<char> text = stackalloc char[4];
        for (var at = 3; at >= 0; at--)
        {
            text[at] = Prices[(int)(kopecks % 80)];
            kopecks /= 80;
        }

        return new string(text);
    }

    private static string Random(string alphabet, int length) => RandomNumberGenerator.GetString(alphabet, length);
}
