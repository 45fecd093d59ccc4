using System.Globalization;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Looks for a document whose answer was lost: in the list around the time of its sending, by comparing the bodies.</summary>
/// <remarks>The list never proves an absence: a document may come late into it. So nothing is sent again by machine; after the waiting time a person decides.</remarks>
internal sealed class DocumentSearch(ZnakPlan plan, ZnakCaller caller, IConnectorRecords records, TimeProvider time)
{
    public const string SentKind = "sent";
    private const string OpenedKind = "searched";

    public async ValueTask<FindOutcome> FindAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        var opened = await OpenedAsync(message, cancellationToken).ConfigureAwait(false);
        var before = opened.Count;
        var left = plan.Documents.SearchDocuments;
        var complete = true;
        var isLast = time.GetUtcNow() - SentAt(message) >= plan.Documents.SearchLimit;
        var period = PeriodOf(message, isLast);
        await foreach (var number in CandidatesAsync(message, period, cancellationToken).ConfigureAwait(false))
        {
            if (opened.Contains(number) || await IsOthersAsync(number, message, cancellationToken).ConfigureAwait(false)) continue;
            if (left-- == 0)
            {
                complete = false;
                break;
            }

            var same = await IsSameAsync(number, message, cancellationToken).ConfigureAwait(false);
            if (same == true) return Found(message, number, opened.Count - before + 1);
            if (same == false) opened.Add(number);
            else complete = false;
        }

        var remembered = opened.Count > before ? Remember(message, opened) : [];
        return complete && isLast ? GivenUp(message, period, opened.Count) with { Records = remembered } : new FindOutcome(FindVerdict.NotYet) { Records = remembered };
    }

    /// <summary>Soon at first, for the answer is usually lost and the document there; then seldom.</summary>
    public TimeSpan DelayOf(ExchangeMessage message) => (time.GetUtcNow() - SentAt(message)).TotalMinutes switch
    {
        < 2 => TimeSpan.FromSeconds(15),
        < 15 => TimeSpan.FromMinutes(1),
        < 120 => TimeSpan.FromMinutes(5),
        _ => TimeSpan.FromMinutes(30),
    };

    // The time of sending is of our own clock, which may be wrong: before a person is told that a document is not there, it is looked for far around.
    private (DateTimeOffset From, DateTimeOffset To) PeriodOf(ExchangeMessage message, bool isLast)
    {
        var window = isLast && plan.Documents.LastSearchWindow > plan.Documents.SearchWindow ? plan.Documents.LastSearchWindow : plan.Documents.SearchWindow;
        return (SentAt(message) - window, SentAt(message) + plan.Limits.Create + window);
    }

    // Ours of this type and group, created around the time of sending; the oldest first.
    private async IAsyncEnumerable<string> CandidatesAsync(ExchangeMessage message, (DateTimeOffset From, DateTimeOffset To) period, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new DocumentListQuery(message.Content.Organisation, message.Content.ProductGroup ?? "", period.From, period.To) { Incoming = false, Types = [message.Content.Operation] };
        await foreach (var row in new DocumentList(caller).ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (row.Text("number") is { Length: > 0 } number) yield return number;
        }
    }

    // Null where it cannot be told now.
    private async ValueTask<bool?> IsSameAsync(string number, ExchangeMessage message, CancellationToken cancellationToken)
    {
        var path = $"/api/v4/true-api/doc/{Uri.EscapeDataString(number)}/info?pg={Uri.EscapeDataString(message.Content.ProductGroup ?? "")}&body=true&content=true&limit=36000&pageNumber=1";
        var answer = await caller.SendAsync(new ZnakRequest(ZnakService.TrueApi, HttpMethod.Get, path) { Inn = message.Content.Organisation }, cancellationToken).ConfigureAwait(false);
        if (!answer.IsOk || DocumentVerdict.DocumentOf(answer.Json()) is not { } document) return null;
        return SameDocument.Is(message.Content, number, document);
    }

    private async ValueTask<bool> IsOthersAsync(string number, ExchangeMessage message, CancellationToken cancellationToken) =>
        await records.GetAsync(SentKind, number, cancellationToken).ConfigureAwait(false) is { } owner && Encoding.UTF8.GetString(owner.Content) != message.Id;

    private static FindOutcome Found(ExchangeMessage message, string number, int compared) => new(FindVerdict.Found)
    {
        RequestId = number,
        Proof = string.Create(CultureInfo.InvariantCulture, $"The document {number} in the list of {message.Content.Operation} holds the same body; {compared} compared."),
        Records = [new RecordChange(SentKind, number, Encoding.UTF8.GetBytes(message.Id)) { Index1 = message.Content.Organisation }, new RecordChange(OpenedKind, message.Id, null)],
    };

    private static FindOutcome GivenUp(ExchangeMessage message, (DateTimeOffset From, DateTimeOffset To) period, int compared)
    {
        var searched = string.Create(CultureInfo.InvariantCulture, $"{period.From.UtcDateTime:yyyy-MM-dd HH:mm} – {period.To.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        return new FindOutcome(FindVerdict.Never)
        {
            Proof = string.Create(CultureInfo.InvariantCulture, $"The list of {message.Content.Operation} of {searched} holds no document with this body; {compared} compared."),
            Error = new ConnectorError(ConnectorErrorCode.Rejected, $"The document {message.Content.Document ?? message.Id} was not found among {compared} of {searched}. Look into the account; if it is not there, decide to send it again.")
            {
                MessageRu = $"Документ {message.Content.Document ?? message.Id} не найден среди {compared} за {searched}. Проверьте личный кабинет; если его нет, решите отправить снова.",
                Reason = ZnakReasons.NeedsAttention,
            },
        };
    }

    private async ValueTask<HashSet<string>> OpenedAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        var record = await records.GetAsync(OpenedKind, message.Id, cancellationToken).ConfigureAwait(false);
        return record is null ? [] : [.. JArray.Parse(Encoding.UTF8.GetString(record.Content)).Select(item => item.TextOf()).OfType<string>()];
    }

    // The bodies do not change: what differed once is not opened again.
    private IReadOnlyList<RecordChange> Remember(ExchangeMessage message, HashSet<string> opened) =>
        [new RecordChange(OpenedKind, message.Id, Encoding.UTF8.GetBytes(new JArray(opened).ToString(Formatting.None))) { ExpiresAt = time.GetUtcNow() + (plan.Documents.SearchLimit * 2) }];

    private static DateTimeOffset SentAt(ExchangeMessage message) => message.SentAt ?? message.StageSince;
}
