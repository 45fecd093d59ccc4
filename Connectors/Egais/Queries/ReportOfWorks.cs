using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Works for several organisations in one call of a job: each to its own end, and no green run where all failed.</summary>
internal sealed class ReportOfWorks
{
    private readonly List<ConnectorRecord> results = [];

    /// <summary>Where refusals are gathered.</summary>
    public ExchangeReport Report { get; } = new();

    public async Task TryAsync(string fsrarId, Func<Task<ConnectorRecord>> work)
    {
        try
        {
            var result = await work().ConfigureAwait(false);
            results.Add(result);
            if (result.TextOf("errorText") is { } text) Report.Warn($"{fsrarId}: {text}");
            Report.Add(new ExchangeResult { Organisations = [new OrganisationReport(fsrarId) { Succeeded = 1 }] });
        }
        catch (ConnectorException failure) when (failure.Error.Reason == CallErrors.RateLimited)
        {
            // A gate that is shut is no failure of a job: it comes again.
            results.Add(new ConnectorRecord { { "fsrarId", fsrarId }, { "state", CallErrors.RateLimited }, { "errorText", ChangeRecords.TextOf(failure.Error) } });
            Report.Add(new ExchangeResult { Organisations = [new OrganisationReport(fsrarId) { Succeeded = 1 }] });
        }
        catch (ConnectorException failure)
        {
            Report.Refuse(fsrarId, failure.Error);
        }
    }

    public ConnectorRecord ToRecord()
    {
        var record = Report.ThrowIfNothingWorked().ToRecord();
        record["results"] = results.ToList<object?>();
        return record;
    }
}
