using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;

namespace Connectors.ChestnyZnak;

/// <summary>Reports to the order station: application, aggregation, dropout, surplus.</summary>
internal sealed class ReportMethods(SuzParts suz) : Connector
{
    private const string Long = "00:05:00";
    private readonly SuzSubmission submission = new(suz.Znak);
    private readonly ReportDraft draft = new(suz.Znak.Plan.Suz.Attributes, suz.Znak.Codes);

    [ConnectorMethod("SendUtilisation", Aliases = ["ПередатьОтчетОНанесении"], TimeLimit = Long, Description = "Reports that codes were applied; a long list becomes several reports, a КИ is completed from the table of codes.")]
    public async Task<ConnectorRecord> SendUtilisationAsync([ConnectorParameter("report", Aliases = ["Отчет"])] ConnectorRecord report, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null, bool unsigned = false)
    {
        var problems = new DocumentProblems();
        var bodies = await draft.UtilisationAsync(report, problems, cancellationToken).ConfigureAwait(false);
        return await SendAsync(SuzOperations.Utilisation, bodies, problems, organisation, unsigned, args, cancellationToken).ConfigureAwait(false);
    }

    [ConnectorMethod("SendAggregation", Aliases = ["ПередатьОтчетОбАгрегации"], TimeLimit = Long, Description = "Reports which codes lie in which packs.")]
    public Task<ConnectorRecord> SendAggregationAsync([ConnectorParameter("report", Aliases = ["Отчет"])] ConnectorRecord report, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null, bool unsigned = false)
    {
        var problems = new DocumentProblems();
        return SendAsync(SuzOperations.Aggregation, [ReportDraft.Aggregation(report, suz.Find(organisation).Inn, problems)], problems, organisation, unsigned, args, cancellationToken);
    }

    [ConnectorMethod("SendDropout", Aliases = ["ПередатьОтчетОВыбытии"], TimeLimit = Long, Description = "Reports codes that are out: defects, losses, samples.")]
    public Task<ConnectorRecord> SendDropoutAsync([ConnectorParameter("report", Aliases = ["Отчет"])] ConnectorRecord report, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null, bool unsigned = false)
    {
        var problems = new DocumentProblems();
        return SendAsync(SuzOperations.Dropout, draft.Dropout(report, problems), problems, organisation, unsigned, args, cancellationToken);
    }

    [ConnectorMethod("SendSurplus", Aliases = ["ПередатьОтчетОбИзлишках"], TimeLimit = Long, Description = "Reports surplus of beer.")]
    public Task<ConnectorRecord> SendSurplusAsync([ConnectorParameter("report", Aliases = ["Отчет"])] ConnectorRecord report, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null, bool unsigned = false)
    {
        var problems = new DocumentProblems();
        return SendAsync(SuzOperations.Surplus, [ReportDraft.Surplus(report, problems)], problems, organisation, unsigned, args, cancellationToken);
    }

    [ConnectorMethod("GetReport", Aliases = ["ПолучитьОтчетСУЗ"], Safety = MethodSafety.Safe, Description = "A report at the station, by its id or its message, with the codes it was refused for.")]
    public async Task<ConnectorRecord> GetReportAsync([ConnectorParameter("reportId", Aliases = ["report", "message", "Отчет"])] string reportId, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var message = await suz.Znak.Exchange.FindMessageAsync(reportId, cancellationToken).ConfigureAwait(false);
        if (message is not null && message.RequestId is null) return SuzSubmission.Of(message);
        var id = message?.RequestId ?? reportId;
        var station = suz.Find(message?.Content.Organisation ?? organisation);
        var state = await suz.Client.ReportAsync(station, id, cancellationToken).ConfigureAwait(false);
        var refused = await RefusedCodes.ReadAsync(suz.Znak.Records, id, cancellationToken).ConfigureAwait(false);
        return new ConnectorRecord
        {
            ["reportId"] = id,
            ["organisation"] = station.Inn,
            ["state"] = state.State,
            ["errorReason"] = state.Reason,
            ["stage"] = message?.Stage.ToString(),
            ["refused"] = ConnectorTable.FromRecords(refused),
        };
    }

    private Task<ConnectorRecord> SendAsync(string operation, IReadOnlyList<ConnectorRecord> bodies, DocumentProblems problems, string? organisation, bool unsigned, InvokeArgs args, CancellationToken cancellationToken)
    {
        problems.ThrowIfAny(operation);
        var station = suz.Find(organisation);
        IReadOnlyList<OutgoingMessage> messages = [.. bodies.Select(body => suz.Messages.Make(station, operation, body, Guid.CreateVersion7(suz.Znak.Time.GetUtcNow()).ToString(), unsigned))];
        return submission.SendAsync(messages, args, cancellationToken);
    }
}
