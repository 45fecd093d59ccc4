using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Works for several organisations in one call of a job: each to its own end, and no green run where all failed.</summary>
internal sealed class ReportOfWorks(UtmOwners owners)
{
    private readonly List<ConnectorRecord> results = [];

    /// <summary>Where refusals are gathered.</summary>
    public ExchangeReport Report { get; } = new();

    /// <summary>Does a work for one organisation.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="work">The work; it is given where to tell what was sent.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task TryAsync(EgaisOrganisation organisation, Func<ExchangeReport, Task<ConnectorRecord>> work, CancellationToken cancellationToken)
    {
        var sent = new ExchangeReport();
        try
        {
            await WorkAsync(organisation, work, sent).ConfigureAwait(false);
            // Where there was nothing to send, only a look tells whether anything could have been.
            if (sent.Organisations.Any(one => one.Succeeded > 0 || one.Failed > 0)) Report.Add(new ExchangeResult { Organisations = sent.Organisations });
            else await LookAsync(organisation, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure)
        {
            Report.Refuse(organisation.FsrarId, failure.Error);
        }
    }

    public ConnectorRecord ToRecord()
    {
        var record = Report.ThrowIfNothingWorked().ToRecord();
        record["results"] = results.ToList<object?>();
        return record;
    }

    private async Task WorkAsync(EgaisOrganisation organisation, Func<ExchangeReport, Task<ConnectorRecord>> work, ExchangeReport sent)
    {
        try
        {
            var result = await work(sent).ConfigureAwait(false);
            results.Add(result);
            if (result.TextOf("errorText") is { } text) Report.Warn($"{organisation.FsrarId}: {text}");
        }
        catch (ConnectorException failure) when (failure.Error.Reason == CallErrors.RateLimited)
        {
            // A gate that is shut is no failure of a job: it comes again.
            results.Add(new ConnectorRecord { { "fsrarId", organisation.FsrarId }, { "state", CallErrors.RateLimited }, { "errorText", ChangeRecords.TextOf(failure.Error) } });
        }
    }

    private async Task LookAsync(EgaisOrganisation organisation, CancellationToken cancellationToken)
    {
        if (organisation.Mode == ExchangeMode.Server) await owners.CheckAsync(organisation, cancellationToken).ConfigureAwait(false);
        Report.Add(new ExchangeResult { Organisations = [new OrganisationReport(organisation.FsrarId) { Succeeded = 1 }] });
    }
}
