using System.Globalization;
using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>The order station over HTTP.</summary>
internal sealed class SuzClient(ZnakCaller caller, ZnakLimits limits) : ISuzClient
{
    private const string Root = "/api/v3/";

    public Task<ConnectorRecord> PingAsync(SuzStation station, CancellationToken cancellationToken) =>
        ReadAsync(station, "ping", [], at => at.Record(), cancellationToken);

    public Task<IReadOnlyList<SuzBuffer>> OrderStatusAsync(SuzStation station, string orderId, string? gtin, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<SuzBuffer>>(station, "order/status", [("orderId", SuzIds.Of(orderId)), ("gtin", gtin)], at => [.. (at.ValueKind == JsonValueKind.Array ? at.Items() : [at]).Select(SuzAnswers.Buffer)], cancellationToken);

    public Task<IReadOnlyList<SuzOrderInfo>> OrderListAsync(SuzStation station, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<SuzOrderInfo>>(station, "order/list", [], at => [.. at.Items("orderInfos").Select(SuzAnswers.Order)], cancellationToken);

    public Task<ConnectorRecord> OrderProductsAsync(SuzStation station, string orderId, CancellationToken cancellationToken) =>
        ReadAsync(station, "order/product", [("orderId", SuzIds.Of(orderId))], at => at.Record(), cancellationToken);

    public async Task<SuzTake> TakeCodesAsync(SuzStation station, string orderId, string gtin, int quantity, CancellationToken cancellationToken)
    {
        var path = Path(station, "codes", [("orderId", SuzIds.Of(orderId)), ("gtin", gtin), ("quantity", quantity.ToString(CultureInfo.InvariantCulture))]);
        var request = Request(station, HttpMethod.Get, path, CallClass.StateChangingRead, limits.Codes);
        ZnakAnswer answer;
        try
        {
            answer = await caller.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure)
        {
            return new SuzTake(failure.Error.InDoubt ? SuzTakeVerdict.NoVerdict : SuzTakeVerdict.NotSent) { Error = failure.Error };
        }

        if (answer.IsOk)
        {
            return Parsed(answer, SuzAnswers.Codes) is { } codes
                ? new SuzTake(SuzTakeVerdict.Taken) { Codes = codes }
                : new SuzTake(SuzTakeVerdict.NoVerdict) { Error = ZnakFailures.Unreadable(answer, request).Error };
        }

        var error = ZnakFailures.ErrorOf(answer, request);
        return IsRefusal(answer) ? new SuzTake(SuzTakeVerdict.Refused) { Error = error } : new SuzTake(SuzTakeVerdict.NoVerdict) { Error = error with { InDoubt = true } };
    }

    public Task<IReadOnlyList<SuzBlock>> BlocksAsync(SuzStation station, string orderId, string gtin, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<SuzBlock>>(station, "order/codes/blocks", [("orderId", SuzIds.Of(orderId)), ("gtin", gtin)], at => at.Field("blocks") is null ? null : [.. at.Items("blocks").Select(SuzAnswers.Block)], cancellationToken);

    public Task<SuzCodes> RetryAsync(SuzStation station, string blockId, CancellationToken cancellationToken) =>
        ReadAsync(station, "order/codes/retry", [("blockId", blockId)], SuzAnswers.Codes, cancellationToken, limits.Codes);

    public Task<SuzReport> ReportAsync(SuzStation station, string reportId, CancellationToken cancellationToken) =>
        ReadAsync(station, "report/info", [("reportId", SuzIds.Of(reportId))], at => at.Text("reportStatus") is { } state ? new SuzReport(state, at.Text("errorReason")) : null, cancellationToken);

    public Task<IReadOnlyList<ConnectorRecord>> ProvidersAsync(SuzStation station, CancellationToken cancellationToken) =>
        ReadAsync(station, "providers", [], Records, cancellationToken);

    public Task<IReadOnlyList<ConnectorRecord>> PlacesAsync(SuzStation station, string productGroup, int limit, int skip, CancellationToken cancellationToken) =>
        ReadAsync(station, "mod", [("productGroup", productGroup), .. Paged(limit, skip)], Records, cancellationToken);

    public Task<IReadOnlyList<SuzReceipt>> ReceiptsAsync(SuzStation station, string resultDocId, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<SuzReceipt>>(station, "receipts/receipt", [("resultDocId", SuzIds.Of(resultDocId))], at => [.. at.Items("results").Select(SuzReceipts.Read)], cancellationToken);

    public async Task<IReadOnlyList<SuzReceipt>> SearchReceiptsAsync(SuzStation station, SuzReceiptFilter filter, CancellationToken cancellationToken)
    {
        var found = new List<SuzReceipt>();
        while (true)
        {
            var request = Request(station, HttpMethod.Post, Path(station, "receipts/receipt/search", []), CallClass.SafeRead, limits.Read) with { Body = SuzReceipts.Search(filter, found.Count) };
            var page = await AskAsync(request, at => new SuzReceiptPage(at.Whole("totalCount") ?? -1, [.. at.Items("results").Select(SuzReceipts.Read)]), cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Receipts);
            if (page.Receipts.Count == 0 || (page.Total >= 0 ? found.Count >= page.Total : page.Receipts.Count < SuzReceipts.PageSize)) return found;
        }
    }

    public Task<IReadOnlyList<SuzVerdictOfCode>> ReceiptDocumentAsync(SuzStation station, string resultDocId, string docId, CancellationToken cancellationToken) =>
        ReadAsync(station, "receipts/document", [("resultDocId", SuzIds.Of(resultDocId)), ("docId", docId)], SuzAnswers.Verdicts, cancellationToken);

    public Task<IReadOnlyList<SuzWaiting>> WaitingAsync(SuzStation station, string kind, int limit, int skip, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<SuzWaiting>>(station, "documents/search", [("documentType", kind), .. Paged(limit, skip)], at => [.. at.Items("result").Concat(at.Items("results")).Select(SuzAnswers.Waiting)], cancellationToken);

    public Task<SuzWaiting> WaitingContentAsync(SuzStation station, string docId, CancellationToken cancellationToken) =>
        ReadAsync(station, "documents/content", [("docId", SuzIds.Of(docId))], at => at.Text("content") is null ? null : SuzAnswers.Waiting(at), cancellationToken);

    public async Task SignWaitingAsync(SuzStation station, string docId, byte[] cms, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("docId", SuzIds.Of(docId));
            json.WriteBase64String("signature", cms);
            json.WriteEndObject();
        }

        await DoneAsync(Write(station, HttpMethod.Post, "documents/sign", []) with { Body = buffer.ToArray() }, cancellationToken).ConfigureAwait(false);
    }

    public Task DeleteWaitingAsync(SuzStation station, string docId, CancellationToken cancellationToken) =>
        DoneAsync(Write(station, HttpMethod.Delete, "documents/delete", [("docId", SuzIds.Of(docId))]), cancellationToken);

    public Task<ZnakAnswer> PostAsync(SuzStation station, string path, byte[] body, byte[]? signature, CancellationToken cancellationToken) =>
        caller.SendAsync(Write(station, HttpMethod.Post, path, []) with { Body = body, DetachedSignature = signature }, cancellationToken).AsTask();

    /// <summary>Whether the station said no, so that nothing was done: 4xx but those that speak of time and load.</summary>
    public static bool IsRefusal(ZnakAnswer answer) => answer.Status is >= 400 and < 500 and not (408 or 425 or 429 or 499);

    private static (string Name, string? Value)[] Paged(int limit, int skip) =>
        [("limit", Math.Clamp(limit, 1, 1000).ToString(CultureInfo.InvariantCulture)), ("skip", Math.Max(0, skip).ToString(CultureInfo.InvariantCulture))];

    private static string Path(SuzStation station, string path, IEnumerable<(string Name, string? Value)> query) =>
        $"{Root}{path}?omsId={Uri.EscapeDataString(station.OmsId)}{string.Concat(query.Where(one => one.Value is not null).Select(one => $"&{one.Name}={Uri.EscapeDataString(one.Value!)}"))}";

    private static ZnakRequest Request(SuzStation station, HttpMethod method, string path, CallClass kind, TimeSpan limit) =>
        new(ZnakService.Suz, method, path) { Class = kind, Limit = limit, Inn = station.Inn, Token = TokenKind.Suz };

    private static IReadOnlyList<ConnectorRecord> Records(JsonElement at)
    {
        var list = at.ValueKind == JsonValueKind.Object ? at.EnumerateObject().Select(field => field.Value).FirstOrDefault(value => value.ValueKind == JsonValueKind.Array) : at;
        return [.. list.Items().Select(item => item.ValueKind == JsonValueKind.Object ? item.Record() : new ConnectorRecord { ["value"] = item.Value() })];
    }

    private ZnakRequest Write(SuzStation station, HttpMethod method, string path, IEnumerable<(string, string?)> query) =>
        Request(station, method, Path(station, path, query), CallClass.IrreversibleWrite, limits.Create);

    private async Task DoneAsync(ZnakRequest request, CancellationToken cancellationToken)
    {
        var answer = await caller.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.IsOk) return;
        var error = ZnakFailures.ErrorOf(answer, request);
        throw new ConnectorException(IsRefusal(answer) ? error : error with { InDoubt = true, Retryable = false });
    }

    private Task<T> ReadAsync<T>(SuzStation station, string path, IEnumerable<(string, string?)> query, Func<JsonElement, T?> read, CancellationToken cancellationToken, TimeSpan? limit = null)
        where T : class =>
        AskAsync(Request(station, HttpMethod.Get, Path(station, path, query), CallClass.SafeRead, limit ?? limits.Read), read, cancellationToken);

    private async Task<T> AskAsync<T>(ZnakRequest request, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await caller.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!answer.IsOk) throw ZnakFailures.Of(answer, request);
        return Parsed(answer, read) ?? throw ZnakFailures.Unreadable(answer, request);
    }

    private static T? Parsed<T>(ZnakAnswer answer, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            return read(json.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidOperationException)
        {
            // Half a body and a web page look alike here: not what was asked for.
            return null;
        }
    }
}
