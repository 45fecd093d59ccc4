using System.IO.Compression;
using System.Text;
using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>The file of an export: a ZIP with CSV, read row by row.</summary>
internal static class ExportFile
{
    /// <summary>The rows of all CSV files of a ZIP; each must have the columns of the first.</summary>
    /// <exception cref="InvalidDataException">It is no ZIP.</exception>
    public static ConnectorTable Read(byte[] zip)
    {
        var archive = new ZipArchive(new MemoryStream(zip));
        var entries = archive.Entries.Where(entry => entry.Length > 0 && entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).ToList();
        var columns = entries.Count == 0 ? [] : Open(entries[0], reader => reader.Next() ?? []);
        return ConnectorTable.Stream([.. columns.Select(name => new TableColumn(name, ValueKind.String))], RowsAsync(entries, columns.Count), () =>
        {
            archive.Dispose();
            return ValueTask.CompletedTask;
        });
    }

    private static async IAsyncEnumerable<object?[]> RowsAsync(List<ZipArchiveEntry> entries, int width)
    {
        foreach (var entry in entries)
        {
            using var text = new StreamReader(await entry.OpenAsync().ConfigureAwait(false), Encoding.UTF8);
            var reader = new CsvReader(text);
            reader.Next();
            while (reader.Next() is { } fields)
            {
                // An empty last line is no row.
                if (fields is [""]) continue;
                var row = new object?[width];
                for (var at = 0; at < width; at++) row[at] = at < fields.Count ? fields[at] : null;
                yield return row;
            }
        }
    }

    private static T Open<T>(ZipArchiveEntry entry, Func<CsvReader, T> read)
    {
        using var text = new StreamReader(entry.Open(), Encoding.UTF8);
        return read(new CsvReader(text));
    }
}
