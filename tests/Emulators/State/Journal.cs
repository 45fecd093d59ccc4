using System.Text.Encodings.Web;
using System.Text.Json;

namespace Emulators;

/// <summary>
/// The state file: a line for every change and an empty line behind those that belong together. It is written before the answer goes out, so that a kill
/// forgets nothing that was told, and keeps no half of anything.
/// </summary>
internal sealed class Journal : IDisposable
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Dictionary<string, Action<JsonElement>> readers = new(StringComparer.Ordinal);
    private readonly MemoryStream pending = new();
    private readonly FileStream? file;
    private bool together;

    public Journal(string? path)
    {
        if (path is null) return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    public void Know(string table, Action<JsonElement> read) => readers.Add(table, read);

    /// <summary>Changes from here to <see cref="End"/> are kept together or not at all.</summary>
    public void Begin() => together = true;

    public void End()
    {
        together = false;
        Flush();
    }

    public void Write<T>(string table, IReadOnlyList<T> rows)
    {
        if (file is null) return;
        JsonSerializer.Serialize(pending, new { table, rows }, Form);
        pending.WriteByte((byte)'\n');
        if (!together) Flush();
    }

    // What stands behind the last empty line was never answered: it is dropped.
    public void Load()
    {
        if (file is null) return;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var end = bytes.AsSpan().LastIndexOf("\n\n"u8) + 2;
        if (end < 2) end = 0;
        for (var at = 0; at < end;)
        {
            var length = bytes.AsSpan(at).IndexOf((byte)'\n');
            if (length > 0) Read(bytes.AsMemory(at, length));
            at += length + 1;
        }

        file.SetLength(end);
        file.Position = end;
    }

    public void Dispose()
    {
        file?.Dispose();
        pending.Dispose();
    }

    private void Read(ReadOnlyMemory<byte> text)
    {
        using var line = JsonDocument.Parse(text);
        readers[line.RootElement.GetProperty("table").GetString()!](line.RootElement.GetProperty("rows"));
    }

    private void Flush()
    {
        if (file is null || pending.Length == 0) return;
        pending.WriteByte((byte)'\n');
        file.Write(pending.GetBuffer().AsSpan(0, (int)pending.Length));
        file.Flush();
        pending.SetLength(0);
    }
}
