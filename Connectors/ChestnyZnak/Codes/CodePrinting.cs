using System.Text.Json;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Gives codes out to be printed, each once. A taking has an id: asked again with it, because the answer was lost, it gives the same codes.</summary>
internal sealed class CodePrinting(IMarkingCodeStore codes, IConnectorRecords records, TimeProvider time)
{
    /// <summary>The most codes of one taking.</summary>
    public const int Most = 10_000;

    private const string Kind = "suz-print";
    private const string GuardKind = "suz-print-guard";
    private const string Open = "open";
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task<ConnectorRecord> TakeAsync(string? orderId, string gtin, int count, string takeId, CancellationToken cancellationToken)
    {
        // The lease keeps takings apart, the guard proves it: whoever was so slow that his lease went to another finds the guard changed, and lists again.
        while (true)
        {
            await using var lease = await HoldAsync(gtin, cancellationToken).ConfigureAwait(false);
            if (await TryTakeAsync(orderId, gtin, count, takeId, cancellationToken).ConfigureAwait(false) is { } taken) return taken;
        }
    }

    private async Task<ConnectorRecord?> TryTakeAsync(string? orderId, string gtin, int count, string takeId, CancellationToken cancellationToken)
    {
        var guard = await records.GetAsync(GuardKind, gtin, cancellationToken).ConfigureAwait(false);
        await FinishAsync(gtin, cancellationToken).ConfigureAwait(false);
        if (await records.GetAsync(Kind, KeyOf(gtin, takeId), cancellationToken).ConfigureAwait(false) is { } before) return Told(takeId, Read(before.Content));
        var rows = await codes.ListAsync(new MarkingCodeQuery { OrderId = orderId, Gtin = gtin, State = MarkingCodeState.Issued, WithTailOnly = true, Limit = count }, cancellationToken).ConfigureAwait(false);
        var texts = rows.Select(row => row.Text).ToList();
        if (texts.Count == 0) return Told(takeId, texts);

        // First the word of who has them, then their state: broken off in between, the next taking finishes it before it takes any.
        try
        {
            await records.WriteAsync([new RecordChange(GuardKind, gtin, [1]) { ExpectedVersion = guard?.Version ?? 0 }, Change(gtin, takeId, texts, Open)], cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException late) when (late.Error.Code == ConnectorErrorCode.Conflict)
        {
            return null;
        }

        await MarkAsync(gtin, takeId, texts, cancellationToken).ConfigureAwait(false);
        return Told(takeId, texts);
    }

    private async Task FinishAsync(string gtin, CancellationToken cancellationToken)
    {
        foreach (var left in await records.ListAsync(new RecordQuery(Kind) { Index1 = gtin, Index2 = Open }, cancellationToken).ConfigureAwait(false))
        {
            await MarkAsync(gtin, left.Key[(gtin.Length + 1)..], Read(left.Content), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task MarkAsync(string gtin, string takeId, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        await codes.SetStateAsync([.. texts.Select(CisText.Of)], MarkingCodeState.Printed, cancellationToken).ConfigureAwait(false);
        await records.WriteAsync([Change(gtin, takeId, texts, "done") with { ExpiresAt = time.GetUtcNow() + Kept }], cancellationToken).ConfigureAwait(false);
    }

    private async Task<IRecordLease> HoldAsync(string gtin, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            if (await records.TryLeaseAsync($"suz-print|{gtin}", LeaseTime, cancellationToken).ConfigureAwait(false) is { } lease) return lease;
            if (time.GetElapsedTime(started) > Patience) throw new ConnectorException(Taken(gtin));
            await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static RecordChange Change(string gtin, string takeId, IReadOnlyList<string> texts, string state)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var text in texts) json.WriteStringValue(text);
            json.WriteEndArray();
        }

        return new RecordChange(Kind, KeyOf(gtin, takeId), buffer.ToArray()) { Index1 = gtin, Index2 = state, Secret = true };
    }

    private static string KeyOf(string gtin, string takeId) => $"{gtin}|{takeId}";

    private static IReadOnlyList<string> Read(byte[] content)
    {
        using var json = JsonDocument.Parse(content);
        return [.. json.RootElement.Items().Select(item => item.GetString()!)];
    }

    private static ConnectorRecord Told(string takeId, IReadOnlyList<string> texts) => new()
    {
        ["takeId"] = takeId,
        ["count"] = (long)texts.Count,
        ["codes"] = texts.ToList<object?>(),
    };

    private static ConnectorError Taken(string gtin) => new(ConnectorErrorCode.Busy, $"Others are taking codes of {gtin} to print just now. Try again.")
    {
        MessageRu = $"Коды {gtin} сейчас берут на печать другие. Повторите.",
        Reason = "CODES_BUSY",
        Retryable = true,
    };
}
