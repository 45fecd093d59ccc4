using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What a call of the exchange came to; runs are joined in it.</summary>
internal sealed class ExchangeReport
{
    private readonly List<ExchangeChange> changes = [];
    private readonly List<OrganisationReport> organisations = [];
    private readonly List<string> warnings = [];
    private readonly List<ConnectorError> refusals = [];

    public IReadOnlyList<ExchangeChange> Changes => changes;

    /// <summary>Messages that the workplaces beside the UTMs must transmit.</summary>
    public IReadOnlyList<ConnectorRecord> OutgoingXml { get; set; } = [];

    /// <summary>The settings of organisations whose UTM a workplace must read.</summary>
    public IReadOnlyList<EgaisOrganisation> Clients { get; set; } = [];

    public bool ScheduledDue { get; set; }

    public string? Owner { get; init; }

    /// <summary>When it is worth running again.</summary>
    public TimeSpan? Wait { get; set; }

    public IReadOnlyList<OrganisationReport> Organisations => organisations;

    /// <summary>What went wrong, a line each.</summary>
    public IReadOnlyList<string> Texts => [.. Warnings()];

    public void Add(ExchangeResult result)
    {
        changes.AddRange(result.Changes);
        organisations.AddRange(result.Organisations);
        if (result.Wait is { } wait && (Wait is null || wait < Wait)) Wait = wait;
    }

    public void Add(ExchangeChange change) => changes.Add(change);

    /// <summary>An organisation that nothing could be done for.</summary>
    public void Refuse(string fsrarId, ConnectorError error)
    {
        refusals.Add(error);
        organisations.Add(new OrganisationReport(fsrarId) { Failed = 1, Error = error });
    }

    public void Warn(string text) => warnings.Add(text);

    /// <summary>A command that worked for nobody must not end well: the first failure is thrown.</summary>
    public ExchangeReport ThrowIfNothingWorked()
    {
        if (OutgoingXml.Count > 0 || organisations.Count == 0 || organisations.Any(report => report.Succeeded > 0) || organisations.TrueForAll(report => report.Failed == 0)) return this;
        var error = refusals.FirstOrDefault() ?? organisations.Select(report => report.Error).OfType<ConnectorError>().FirstOrDefault() ?? changes.Select(change => change.Error).OfType<ConnectorError>().FirstOrDefault()
            ?? new ConnectorError(ConnectorErrorCode.Unavailable, "The exchange worked for no organisation. The log has the causes.") { MessageRu = "Обмен не выполнен ни для одной организации. Причины — в журнале." };
        throw new ConnectorException(error with { Detail = $"{string.Join("\n", Warnings())}\n{error.Detail}".Trim() });
    }

    public ConnectorRecord ToRecord() => new()
    {
        { "text", ReportTexts.Of(this).Text },
        { "textRu", ReportTexts.Of(this).TextRu },
        { "changes", changes.Select(ChangeRecords.Of).ToList<object?>() },
        { "outgoingXml", OutgoingXml.ToList<object?>() },
        { "clientSettings", SettingRecords.ByOrganisation(Clients) },
        { "runScheduledExchange", ScheduledDue },
        { "ownerToken", Owner },
        { "waitSeconds", Wait is { } wait ? (long)Math.Ceiling(wait.TotalSeconds) : null },
        { "organisations", organisations.Select(Of).ToList<object?>() },
        { "warnings", Warnings().ToList<object?>() },
        { "errorText", string.Join("\n", Errors()) },
        { "errorCode", organisations.Select(report => report.Error).Concat(changes.Select(change => change.Error)).OfType<ConnectorError>().FirstOrDefault()?.Reason ?? "" },
    };

    private IEnumerable<string> Warnings() => warnings.Concat(Errors()).Distinct();

    private IEnumerable<string> Errors() =>
        organisations.Where(report => report.Failed > 0 && report.Error is not null).Select(report => $"{report.Organisation}: {ChangeRecords.TextOf(report.Error!)}")
            .Concat(changes.Where(change => change.Error is not null).Select(change => $"{change.Document ?? change.Organisation}: {ChangeRecords.TextOf(change.Error!)}"))
            .Distinct();

    private static ConnectorRecord Of(OrganisationReport report) => new()
    {
        { "organisation", report.Organisation },
        { "sent", (long)report.Sent },
        { "finished", (long)report.Finished },
        { "rejected", (long)report.Rejected },
        { "unclear", (long)report.Unclear },
        { "received", (long)report.Received },
        { "succeeded", (long)report.Succeeded },
        { "failed", (long)report.Failed },
        { "stopped", report.Stopped },
        { "error", report.Error is null ? null : ChangeRecords.Of(report.Error) },
    };
}
