using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Pages through doc/list, the oldest first.</summary>
internal sealed class DocumentList(ZnakCaller caller)
{
    /// <summary>Reads the rows. A page that repeats its cursor ends the reading: going on would never end.</summary>
    public async IAsyncEnumerable<JToken> ReadAsync(DocumentListQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? did = null, value = null;
        while (true)
        {
            var request = new ZnakRequest(ZnakService.TrueApi, HttpMethod.Get, PathOf(query, did, value)) { Inn = query.Inn, Patience = query.Patience };
            var answer = await caller.AskAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer.Json() is not JObject page) throw ZnakFailures.Unreadable(answer, request);
            JToken? last = null;
            foreach (var row in page.Items("results"))
            {
                last = row;
                yield return row;
            }

            var next = last.Text("number");
            if (page.Flag("nextPage") != true || next is null || next == did) yield break;
            (did, value) = (next, last.Text("docDate"));
        }
    }

    private static string PathOf(DocumentListQuery query, string? did, string? value)
    {
        var path = new StringBuilder("/api/v4/true-api/doc/list?");
        path.Append("pg=").Append(Uri.EscapeDataString(query.Group));
        path.Append(query.Incoming ? "&receiverInn=" : "&senderInn=").Append(Uri.EscapeDataString(query.Inn));
        path.Append("&dateFrom=").Append(Moment(query.From)).Append("&dateTo=").Append(Moment(query.To));
        foreach (var type in query.Types) path.Append("&documentType=").Append(Uri.EscapeDataString(type));
        path.Append(CultureInfo.InvariantCulture, $"&limit={query.PageSize}&order=ASC");
        if (did is not null && value is not null) path.Append("&did=").Append(Uri.EscapeDataString(did)).Append("&orderedColumnValue=").Append(Uri.EscapeDataString(value)).Append("&pageDir=NEXT");
        return path.ToString();
    }

    private static string Moment(DateTimeOffset moment) => Uri.EscapeDataString(moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
}
