using System.Security.Cryptography;
using System.Text.Json;
using Faults.Judge;

namespace Faults.Kills;

/// <summary>Reads the state file of the marking system: a line for every change, an empty line behind those that belong together.</summary>
internal static class WorldFile
{
    /// <summary>Every portion of codes that was handed out.</summary>
    public static IReadOnlyList<HandedBlock> Blocks(string path) =>
        [.. Rows(path, "blocks", "BlockId").Select(row => new HandedBlock(Text(row, "OrderId"), Text(row, "BlockId"), [.. row.GetProperty("Codes").EnumerateArray().Select(code => code.GetString()!)]))];

    /// <summary>How many codes of each order were annulled by its closing.</summary>
    public static IReadOnlyDictionary<string, int> Annulled(string path) =>
        Rows(path, "orders", "OrderId").ToDictionary(row => Text(row, "OrderId"), row => row.GetProperty("Buffers").EnumerateArray().Sum(buffer => buffer.GetProperty("Annulled").GetInt32()));

    /// <summary>Every document that came from the participant.</summary>
    public static IReadOnlyList<RemoteDocument> Documents(string path) =>
        [.. Rows(path, "documents", "Number").Where(row => Text(row, "Format") != "UPD").Select(row => new RemoteDocument(Text(row, "Number"), Convert.ToBase64String(SHA256.HashData(row.GetProperty("Content").GetBytesFromBase64()))))];

    // Rows come again when they change: the last word counts. What stands behind the last empty line was never answered.
    private static Dictionary<string, JsonElement>.ValueCollection Rows(string path, string table, string key)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();
        var last = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var line in text[..(text.LastIndexOf("\n\n", StringComparison.Ordinal) + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith($"{{\"table\":\"{table}\"", StringComparison.Ordinal)) continue;
            foreach (var row in JsonDocument.Parse(line).RootElement.GetProperty("rows").EnumerateArray()) last[Text(row, key)] = row;
        }

        return last.Values;
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
