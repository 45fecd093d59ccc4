using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Loads incoming documents and hands them out.</summary>
internal sealed class IncomingMethods(ZnakParts parts, IncomingStore store, Aggregates aggregates) : Connector
{
    private const string Limit = "00:10:00";
    private readonly IncomingLoader loader = new(parts, store);

    [ConnectorMethod("LoadIncomingDocuments", Aliases = ["ЗагрузитьВходящиеДокументы"], TimeLimit = Limit, Description = "Loads the documents of other participants for one organisation; without a period it goes on where the last load ended.")]
    public async Task<ConnectorRecord> LoadIncomingDocumentsAsync(
        InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("request", Aliases = ["Параметры"])] ConnectorRecord? request = null, [ConnectorParameter("owner", Aliases = ["УникальныйИдентификатор"])] string? owner = null,
        [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null, [ConnectorParameter("from", Aliases = ["dateFrom", "НачалоПериода"])] string? from = null, [ConnectorParameter("to", Aliases = ["dateTo", "КонецПериода"])] string? to = null)
    {
        _ = owner;
        var given = request ?? [];
        var asked = parts.Plan.Find(organisation ?? given.Text("organisation", "inn", "Организация"));
        var period = Period(from ?? given.Text("from", "dateFrom", "НачалоПериода"), to ?? given.Text("to", "dateTo", "КонецПериода"));
        var report = await loader.LoadAsync(asked, period, (args.Deadline ?? TimeSpan.Zero, CallRun.UserOf(args)), cancellationToken).ConfigureAwait(false);
        return report is { Worked: false, Error: { } error } ? throw new ConnectorException(error) : report.ToRecord();
    }

    [ConnectorMethod("LoadIncoming", Aliases = ["ЗагрузитьВходящие"], TimeLimit = Limit, Description = "The job: loads incoming documents for all organisations; fails only where it worked for none.")]
    public async Task<ConnectorRecord> LoadIncomingAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        var reports = new List<IncomingReport>();
        ConnectorError? last = null;
        foreach (var (at, organisation) in parts.Plan.Organisations.Index())
        {
            args.Feedback.ReportProgress(at * 100 / parts.Plan.Organisations.Count, organisation.Inn);
            var report = await OneAsync(organisation, CallRun.UserOf(args), cancellationToken).ConfigureAwait(false);
            reports.Add(report);
            last = report.Error ?? last;
        }

        if (reports.TrueForAll(report => !report.Worked) && last is not null) throw new ConnectorException(last with { Detail = string.Join("\n", reports.SelectMany(report => report.Warnings)) });
        return new ConnectorRecord { { "organisations", reports.Select(report => (object?)report.ToRecord()).ToList() }, { "warnings", reports.SelectMany(report => report.Warnings).ToList<object?>() } };
    }

    [ConnectorMethod("List", Class = "Incoming", Aliases = ["Список"], Safety = MethodSafety.Safe, Description = "Incoming documents that were loaded.")]
    public async Task<ConnectorTable> ListAsync(
        CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null, [ConnectorParameter("after")] string? after = null, [ConnectorParameter("limit")] int limit = 1000, [ConnectorParameter("failedOnly")] bool failedOnly = false) =>
        ConnectorTable.FromRecords((await store.ListAsync(parts.Plan.Find(organisation), failedOnly, after, Math.Clamp(limit, 1, 10_000), cancellationToken).ConfigureAwait(false)).Select(Header));

    [ConnectorMethod("Get", Class = "Incoming", Aliases = ["Получить"], Safety = MethodSafety.Safe, TimeLimit = "00:02:00", Description = "An incoming document with its lines; on request with what lies in its packs.")]
    public async Task<ConnectorRecord> GetAsync(
        [ConnectorParameter("number", Aliases = ["document", "Документ"])] string number, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null, [ConnectorParameter("expand", Aliases = ["Развернуть"])] bool expand = false)
    {
        var owner = parts.Plan.Find(organisation);
        var header = await store.FindAsync(owner, number, cancellationToken).ConfigureAwait(false) ?? throw Unknown(number);
        var record = Header(header);
        var lines = (await store.LinesAsync(owner, header, cancellationToken).ConfigureAwait(false)).Select(line => (ConnectorRecord)JsonValues.FromJson(line)!).ToList();
        record["body"] = JsonValues.FromJson(header.Body);
        record["lines"] = ConnectorTable.FromRecords(lines);
        if (expand)
        {
            var packs = lines.Where(line => line.Text("codeType") != "OSU").Select(line => line.Text("cis", "code")).OfType<string>().ToList();
            record["packs"] = (await aggregates.ExpandAsync(owner, packs, header.Group, args.Deadline ?? TimeSpan.Zero, cancellationToken).ConfigureAwait(false)).ToTable();
        }

        return record;
    }

    private async ValueTask<IncomingReport> OneAsync(ZnakOrganisation organisation, string? user, CancellationToken cancellationToken)
    {
        try
        {
            return await loader.LoadAsync(organisation, null, (parts.Plan.Limits.JobPatience, user), cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure)
        {
            var report = new IncomingReport(organisation.Inn);
            report.Stop("", failure.Error);
            return report;
        }
    }

    private static ConnectorRecord Header(IncomingHeader header)
    {
        var record = (ConnectorRecord)JsonValues.FromJson(header.Row)!;
        record["productGroup"] = header.Group;
        record["linesCount"] = (long)header.Lines;
        record["failure"] = header.Failure;
        return record;
    }

    private (DateTimeOffset From, DateTimeOffset To)? Period(string? from, string? to)
    {
        if (from is null && to is null) return null;
        var end = Moment("to", to) ?? parts.Time.GetUtcNow();
        var begin = Moment("from", from) ?? end - parts.Plan.Incoming.Window;
        return begin < end ? (begin, end) : throw Wrong("from", from);
    }

    private static DateTimeOffset? Moment(string name, string? text) =>
        text is null ? null : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : throw Wrong(name, text);

    private static ConnectorException Wrong(string name, string? text) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"'{text}' of {name} is no date, or the period ends before it begins. Write 2026-05-31 or 2026-05-31T14:00:00+03:00.")
        {
            MessageRu = $"«{text}» в {name} — не дата, или период кончается раньше начала. Запишите 2026-05-31 или 2026-05-31T14:00:00+03:00.",
            Offenders = [$"{name}: '{text}'"],
        });

    private static ConnectorException Unknown(string number) =>
        new(new ConnectorError(ConnectorErrorCode.Rejected, $"There is no incoming document '{number}'. Load it first by LoadIncomingDocuments.") { MessageRu = $"Входящего документа «{number}» нет. Загрузите его: LoadIncomingDocuments.", Reason = ZnakReasons.NotFound });
}
