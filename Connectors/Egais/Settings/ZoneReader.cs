using Connectors.Transport;

namespace Connectors.Egais;

/// <summary>Reads a time zone of the settings.</summary>
internal static class ZoneReader
{
    /// <summary>The zone; null for an empty text, and for one that is not known here.</summary>
    public static TimeZoneInfo? Read(string field, string text, SettingsProblems problems)
    {
        var name = text.Trim();
        if (name.Length == 0) return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;
        problems.Add("TIME_ZONE_UNKNOWN", field, $"The time zone '{name}' is not known here.", $"Часовой пояс «{name}» неизвестен.", "Write a name such as Europe/Moscow, or leave it empty.", "Укажите имя, например Europe/Moscow, или оставьте поле пустым.");
        return null;
    }
}
