using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Connectors.Exchange;

/// <summary>Finds the taxpayer number (ИНН) in a certificate's subject.</summary>
internal static class SubjectInn
{
    // ИННЮЛ, since 2021 the number of a company; ИНН is then that of the person who signs for it.
    private const string Company = "1.2.643.100.4";
    private const string Person = "1.2.643.3.131.1.1";

    public static string? Of(X500DistinguishedName subject)
    {
        string? company = null, person = null;
        foreach (var part in subject.EnumerateRelativeDistinguishedNames().Where(part => !part.HasMultipleElements))
        {
            var type = part.GetSingleElementType().Value;
            if (type == Company) company ??= Text(part);
            else if (type == Person) person ??= Text(part);
        }

        return Digits(company) ?? Digits(person);
    }

    // Companies' numbers of ten digits were written with two zeros before them.
    private static string? Digits(string? text)
    {
        var digits = text?.Trim();
        if (digits is not { Length: 10 or 12 } || !digits.All(char.IsAsciiDigit)) return null;
        return digits.Length == 12 && digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    private static string? Text(X500RelativeDistinguishedName part)
    {
        try
        {
            return part.GetSingleElementValue();
        }
        catch (CryptographicException)
        {
            // A value that is no text is no number either.
            return null;
        }
    }
}
