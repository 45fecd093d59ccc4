using Microsoft.Data.Sqlite;

namespace Connectors.Sql;

/// <summary>Makes the SQLite database of a connection string.</summary>
internal static class SqliteSettings
{
    public static SqliteSource? Read(SqlSettings settings, TimeSpan connect, SettingsNotes notes)
    {
        if (ConnectionText.Read(settings.ConnectionString, notes) is not { } pairs) return null;
        var builder = new SqliteConnectionStringBuilder();
        if (!ConnectionText.Fill(builder, pairs, notes)) return null;
        if (string.IsNullOrWhiteSpace(builder.DataSource))
        {
            notes.Add("FILE_MISSING", "connectionString", "The connection string names no file.", "В строке подключения нет файла.", "Add Data Source=… to it.", "Добавьте Data Source=….");
            return null;
        }

        if (builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory)
        {
            notes.Add("MEMORY_DATABASE", "connectionString", "A database in memory is empty for every call.", "База в памяти пуста для каждого вызова.", "Name a file.", "Укажите файл.");
            return null;
        }

        // A misspelt path would otherwise give an empty database.
        if (!builder.ShouldSerialize("Mode")) builder.Mode = SqliteOpenMode.ReadWrite;
        if (!builder.ShouldSerialize("Foreign Keys")) builder.ForeignKeys = true;
        if (!builder.ShouldSerialize("Default Timeout")) builder.DefaultTimeout = Math.Max(1, (int)Math.Ceiling(connect.TotalSeconds));
        builder.Pooling = false;
        return new SqliteSource(builder.ToString(), builder.DefaultTimeout, Path.GetFileName(builder.DataSource));
    }
}
