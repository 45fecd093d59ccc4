using Npgsql;

namespace Connectors.Sql;

/// <summary>Makes the PostgreSQL of a connection string; its problems name keys, never values.</summary>
internal static class PostgresSettings
{
    public static PostgresSource? Read(SqlSettings settings, TimeSpan connect, SettingsNotes notes)
    {
        if (ConnectionText.Read(settings.ConnectionString, notes) is not { } pairs) return null;
        var builder = new NpgsqlConnectionStringBuilder();
        if (!ConnectionText.Fill(builder, pairs, notes)) return null;
        if (string.IsNullOrWhiteSpace(builder.Host))
        {
            notes.Add("HOST_MISSING", "connectionString", "The connection string names no host.", "В строке подключения нет узла.", "Add Host=… to it.", "Добавьте Host=….");
            return null;
        }

        if (string.IsNullOrWhiteSpace(builder.Database))
        {
            notes.Add("DATABASE_NAME_MISSING", "connectionString", "The connection string names no database.", "В строке подключения нет имени базы.", "Add Database=… to it.", "Добавьте Database=….");
            return null;
        }

        builder.Timeout = Math.Clamp((int)Math.Ceiling(connect.TotalSeconds), 1, 1024);
        builder.PersistSecurityInfo = false;
        builder.IncludeErrorDetail = false;
        if (!builder.ContainsKey("Application Name")) builder.ApplicationName = "Connectors.Sql";
        return new PostgresSource(NpgsqlDataSource.Create(builder), $"{builder.Host}:{builder.Port}/{builder.Database}");
    }
}
