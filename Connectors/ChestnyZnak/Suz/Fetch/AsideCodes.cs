using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Codes that the table cannot hold, kept as they came for a person to look at, so that they stop neither their portion nor their order.</summary>
internal sealed class AsideCodes(IConnectorRecords records)
{
    private const string Kind = "suz-aside";
    private const int Longest = 500;

    // A database would cut or alter such a text, and it would be another code then. Halves of characters do not come through JSON.
    public static bool IsAside(string code) => code.Length is 0 or > Longest || code.Contains('\0', StringComparison.Ordinal);

    /// <summary>Keeps those of one portion; a portion that comes again is kept once.</summary>
    public async Task KeepAsync(string orderId, string gtin, string blockId, IReadOnlyList<string> codes) =>
        await records.WriteAsync([new RecordChange(Kind, blockId, JsonSerializer.SerializeToUtf8Bytes(codes)) { Index1 = Index(orderId, gtin), Index2 = orderId }], CancellationToken.None).ConfigureAwait(false);

    /// <summary>How many of a portion are kept here.</summary>
    public async Task<int> CountAsync(string blockId, CancellationToken cancellationToken) =>
        await records.GetAsync(Kind, blockId, cancellationToken).ConfigureAwait(false) is { } kept ? Count(kept) : 0;

    /// <summary>How many of a sub-order are kept here.</summary>
    public async Task<long> CountAsync(string orderId, string gtin, CancellationToken cancellationToken)
    {
        var kept = await records.ListAsync(new RecordQuery(Kind) { Index1 = Index(orderId, gtin) }, cancellationToken).ConfigureAwait(false);
        return kept.Sum(record => (long)Count(record));
    }

    private static string Index(string orderId, string gtin) => $"{orderId}|{gtin}";

    private static int Count(StoredRecord record)
    {
        using var json = JsonDocument.Parse(record.Content);
        return json.RootElement.GetArrayLength();
    }
}
