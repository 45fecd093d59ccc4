using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Connectors.Egais;

/// <summary>The home page of a UTM, made for people; only the age of unsent cheques is taken from it.</summary>
internal static partial class HomePage
{
    /// <summary>Since when cheques have not been sent, in the UTM's local time; null when none wait or the page does not say.</summary>
    public static DateTime? UnsentSince(byte[] page)
    {
        var found = Since().Match(Encoding.UTF8.GetString(page));
        return found.Success && DateTime.TryParseExact(found.Groups[1].Value, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since) ? since : null;
    }

    [GeneratedRegex(@"Чеки не отправлялись с\s+([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2})")]
    private static partial Regex Since();
}
