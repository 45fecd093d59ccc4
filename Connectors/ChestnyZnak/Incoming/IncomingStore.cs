using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Incoming documents, their lines and how far each list was read, as records of the connector.</summary>
internal sealed class IncomingStore(IConnectorRecords records)
{
    public const string Kind = "incoming";
    private const string LinesKind = "incomingLines";
    private const string WindowKind = "incomingWindow";
    private const int LinesInRecord = 1000;
    private const string Failed = "failed";
    private const string Read = "read";

    /// <summary>The key of a document; a number may be longer than a key.</summary>
    public static string KeyOf(ZnakOrganisation organisation, string number)
    {
        var key = $"{organisation.Contour}:{organisation.Inn}:{number}";
        return key.Length <= 280 ? key : $"{key[..200]}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number)))}";
    }

    public async ValueTask<IncomingHeader?> FindAsync(ZnakOrganisation organisation, string number, CancellationToken cancellationToken) =>
        await records.GetAsync(Kind, KeyOf(organisation, number), cancellationToken).ConfigureAwait(false) is { } record ? IncomingHeader.Read(record) : null;

    public async ValueTask<IReadOnlyList<IncomingHeader>> ListAsync(ZnakOrganisation organisation, bool failedOnly, string? after, int limit, CancellationToken cancellationToken)
    {
        var query = new RecordQuery(Kind) { Index1 = IndexOf(organisation), Index2 = failedOnly ? Failed : null, After = after is null ? null : KeyOf(organisation, after), Limit = limit };
        return [.. (await records.ListAsync(query, cancellationToken).ConfigureAwait(false)).Select(IncomingHeader.Read)];
    }

    /// <summary>What changes for a document: header and lines in one, pages of an earlier reading removed.</summary>
    public static IReadOnlyList<RecordChange> Changes(ZnakOrganisation organisation, IncomingHeader header, IReadOnlyList<JToken> lines, int pagesBefore)
    {
        var key = KeyOf(organisation, header.Number);
        var pages = lines.Chunk(LinesInRecord).Select((page, at) => new RecordChange(LinesKind, PageKey(key, at), Encoding.UTF8.GetBytes(new JArray(page.Cast<object>().ToArray()).ToString(Formatting.None)))).ToList();
        var stale = Enumerable.Range(pages.Count, Math.Max(0, pagesBefore - pages.Count)).Select(at => new RecordChange(LinesKind, PageKey(key, at), null));
        return [HeaderChange(organisation, header with { Lines = lines.Count, Pages = pages.Count }), .. pages, .. stale];
    }

    /// <summary>What changes for the header alone; its lines stay.</summary>
    public static RecordChange HeaderChange(ZnakOrganisation organisation, IncomingHeader header) =>
        new(Kind, KeyOf(organisation, header.Number), header.ToBytes()) { Index1 = IndexOf(organisation), Index2 = header.Failure is null ? Read : Failed, ExpectedVersion = header.Version };

    public async ValueTask<IReadOnlyList<JToken>> LinesAsync(ZnakOrganisation organisation, IncomingHeader header, CancellationToken cancellationToken)
    {
        var lines = new List<JToken>(header.Lines);
        for (var at = 0; at < header.Pages; at++)
        {
            var page = await records.GetAsync(LinesKind, PageKey(KeyOf(organisation, header.Number), at), cancellationToken).ConfigureAwait(false);
            if (page is not null) lines.AddRange(JsonText.Parse(Encoding.UTF8.GetString(page.Content)));
        }

        return lines;
    }

    /// <summary>Until when the list of a group was read completely; null when it never was.</summary>
    public async ValueTask<DateTimeOffset?> ReadUntilAsync(ZnakOrganisation organisation, string group, CancellationToken cancellationToken)
    {
        var record = await records.GetAsync(WindowKind, WindowKey(organisation, group), cancellationToken).ConfigureAwait(false);
        return record is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Encoding.UTF8.GetString(record.Content), CultureInfo.InvariantCulture));
    }

    public ValueTask MarkReadAsync(ZnakOrganisation organisation, string group, DateTimeOffset until, CancellationToken cancellationToken) =>
        records.WriteAsync([new RecordChange(WindowKind, WindowKey(organisation, group), Encoding.UTF8.GetBytes(until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)))], cancellationToken);

    public ValueTask<IRecordLease?> TryLeaseAsync(ZnakOrganisation organisation, string group, TimeSpan time, CancellationToken cancellationToken) =>
        records.TryLeaseAsync($"incoming:{WindowKey(organisation, group)}", time, cancellationToken);

    private static string IndexOf(ZnakOrganisation organisation) => $"{organisation.Contour}:{organisation.Inn}";

    private static string WindowKey(ZnakOrganisation organisation, string group) => $"{organisation.Contour}:{organisation.Inn}:{group}";

    private static string PageKey(string key, int at) => string.Create(CultureInfo.InvariantCulture, $"{key}#{at:D4}");
}
