using System.Data.Common;

namespace Connectors.Sql;

/// <summary>Reads connection strings so that a problem names the key and never the text around it.</summary>
internal static class ConnectionText
{
    public static DbConnectionStringBuilder? Read(string text, SettingsNotes notes)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text };
        }
        catch (ArgumentException)
        {
            notes.Add("CONNECTION_STRING_UNREADABLE", "connectionString", "The connection string is not made of key=value pairs.", "Строка подключения не состоит из пар ключ=значение.", "Write key=value pairs with ; between them; quote a value that holds ; or =.", "Пишите пары ключ=значение через ;; значение с ; или = берите в кавычки.");
            return null;
        }
    }

    /// <summary>Moves the pairs into the provider's own builder, one by one; false when one of them is refused.</summary>
    public static bool Fill(DbConnectionStringBuilder target, DbConnectionStringBuilder pairs, SettingsNotes notes)
    {
        var fits = true;
        foreach (string key in pairs.Keys!)
        {
            try
            {
                target[key] = pairs[key];
            }
            catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidCastException or OverflowException or NotSupportedException or KeyNotFoundException)
            {
                fits = false;
                notes.Add("CONNECTION_KEY_REFUSED", "connectionString", $"The connection string has the key '{Shown(key)}', which is unknown or has a value of the wrong form.", $"В строке подключения ключ «{Shown(key)}» неизвестен или его значение неверной формы.", "Correct it after the provider's documentation.", "Исправьте его по документации провайдера.");
            }
        }

        return fits;
    }

    /// <summary>The secret values of a connection string, to be masked wherever foreign text is kept.</summary>
    public static IReadOnlyList<string> Secrets(DbConnectionStringBuilder pairs) =>
        [.. pairs.Keys!.Cast<string>().Where(IsSecret).Select(key => pairs[key]?.ToString() ?? "").Where(value => value.Length > 2)];

    private static bool IsSecret(string key) =>
        key.Contains("password", StringComparison.OrdinalIgnoreCase) || key.Contains("pwd", StringComparison.OrdinalIgnoreCase) || key.Contains("secret", StringComparison.OrdinalIgnoreCase)
        || key.Contains("token", StringComparison.OrdinalIgnoreCase) || key.Equals("passcode", StringComparison.OrdinalIgnoreCase);

    // What is not made of letters is no key: perhaps a part of a password with a semicolon in it.
    private static string Shown(string key) => key.Length <= 30 && key.All(letter => char.IsAsciiLetter(letter) || letter == ' ') ? key : "…";
}
