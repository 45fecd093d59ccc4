using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>Checks the limits of results.</summary>
internal static class LimitNotes
{
    public static void Rows(string field, int rows, SettingsNotes notes)
    {
        if (rows is < 1 or > ConnectorTable.MaxRows) notes.Add("LIMIT_OUT_OF_RANGE", field, $"{rows} rows cannot be the limit.", $"Предел не может быть {rows} строк.", $"Write 1 to {ConnectorTable.MaxRows}.", $"Напишите от 1 до {ConnectorTable.MaxRows}.");
    }

    public static void Bytes(string field, long bytes, SettingsNotes notes)
    {
        if (bytes is < 1024 or > int.MaxValue) notes.Add("LIMIT_OUT_OF_RANGE", field, $"{bytes} bytes cannot be the limit.", $"Предел не может быть {bytes} байт.", $"Write 1024 to {int.MaxValue}.", $"Напишите от 1024 до {int.MaxValue}.");
    }
}
