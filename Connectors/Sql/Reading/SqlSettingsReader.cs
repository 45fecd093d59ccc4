namespace Connectors.Sql;

/// <summary>Checks the settings as a whole and makes the database and the methods of them; all problems are reported together.</summary>
internal static class SqlSettingsReader
{
    private enum Database
    {
        Sqlite,
        PostgreSql,
        Other,
    }

    public static (SqlSource Source, IReadOnlyList<SqlMethod> Methods) Read(SqlSettings settings)
    {
        var notes = new SettingsNotes();
        var timeout = notes.Duration("timeout", settings.Timeout);
        var connect = notes.Duration("connectTimeout", settings.ConnectTimeout);
        CheckLimits(settings, notes);
        var source = ReadSource(settings, connect, notes);
        try
        {
            var methods = ReadMethods(settings, source, timeout, notes);
            notes.ThrowIfAny();
            return (source!, methods);
        }
        catch
        {
            source?.Dispose();
            throw;
        }
    }

    public static List<SqlMethod> ReadMethods(SqlSettings settings, SqlSource? source, TimeSpan timeout, SettingsNotes notes)
    {
        if (settings.Methods.Count == 0) notes.Add("METHODS_MISSING", "methods", "There is no method.", "Нет ни одного метода.", "Add at least one with \"method\" and \"sql\".", "Добавьте хотя бы один с \"method\" и \"sql\".");
        var names = new HashSet<(string, string)>(MethodNames.Comparer);
        return [.. settings.Methods.Select((method, at) => new MethodReader(settings, method, $"methods[{at}]", source, notes).Read(names, timeout))];
    }

    private static SqlSource? ReadSource(SqlSettings settings, TimeSpan connect, SettingsNotes notes)
    {
        if (string.IsNullOrWhiteSpace(settings.Database))
        {
            notes.Add("DATABASE_MISSING", "database", "It is not said which database this is.", "Не указано, какая это база данных.", "Write sqlite, postgresql, or other with a provider.", "Напишите sqlite, postgresql или other с провайдером.");
            return null;
        }

        var database = notes.Choice("database", settings.Database, ("sqlite", Database.Sqlite), ("postgresql", Database.PostgreSql), ("other", Database.Other));
        if (string.IsNullOrWhiteSpace(settings.ConnectionString))
        {
            notes.Add("CONNECTION_STRING_MISSING", "connectionString", "There is no connection string.", "Нет строки подключения.", "Write it, best as {\"secret\":\"name\"} with its text in the secrets.", "Укажите её, лучше как {\"secret\":\"имя\"}, а сам текст положите в секреты.");
            database = null;
        }

        return database switch
        {
            Database.Sqlite => SqliteSettings.Read(settings, connect, notes),
            Database.PostgreSql => PostgresSettings.Read(settings, connect, notes),
            Database.Other => ProviderSettings.Read(settings, connect, notes),
            _ => null,
        };
    }

    private static void CheckLimits(SqlSettings settings, SettingsNotes notes)
    {
        LimitNotes.Rows("maxRows", settings.MaxRows, notes);
        LimitNotes.Bytes("maxBytes", settings.MaxBytes, notes);
    }
}
