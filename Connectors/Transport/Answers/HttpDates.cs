using System.Globalization;

namespace Connectors.Transport;

/// <summary>Reads the three forms of a date in HTTP, RFC 9110 section 5.6.7, and no other: guessing would make a date of any number.</summary>
internal static class HttpDates
{
    private static readonly string[] Forms = ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    public static bool TryRead(string? text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out moment);
}
