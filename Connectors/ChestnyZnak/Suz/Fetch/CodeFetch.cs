using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>The job that fetches newly issued codes for every profile of the settings.</summary>
internal sealed class CodeFetch(IReadOnlyList<SuzStation> stations, StationFetch fetch, ILogger logger)
{
    /// <returns>What happened at each profile; <c>warnings</c> when something needs a look.</returns>
    /// <exception cref="ConnectorException">Nothing could be done at any profile.</exception>
    public async Task<ConnectorRecord> RunAsync(ICallFeedback? feedback, CancellationToken cancellationToken)
    {
        if (stations.Count == 0) throw new ConnectorException(NoStation());
        var reports = new List<StationReport>();
        foreach (var station in stations) reports.Add(await RunOneAsync(station, feedback, cancellationToken).ConfigureAwait(false));
        return Tell(reports);
    }

    public async Task<ConnectorRecord> RunOrderAsync(SuzStation station, string orderId, long? wanted, ICallFeedback? feedback, CancellationToken cancellationToken) =>
        Tell([await fetch.RunAsync(station, orderId, wanted, feedback, cancellationToken).ConfigureAwait(false)]);

    private static ConnectorRecord Tell(List<StationReport> reports)
    {
        if (reports.All(report => report.NothingWorked)) throw new ConnectorException(Nothing(reports));
        var notes = reports.SelectMany(report => report.Notes).ToList();
        return new ConnectorRecord
        {
            ["stations"] = reports.Select(object? (report) => report.ToRecord()).ToList(),
            ["codes"] = reports.Sum(report => report.Codes),
            ["warnings"] = notes.Select(object? (note) => note.MessageRu).ToList(),
            ["notes"] = notes.Select(object? (note) => note.ToRecord()).ToList(),
        };
    }

    // One organisation's trouble is not another's.
    private async Task<StationReport> RunOneAsync(SuzStation station, ICallFeedback? feedback, CancellationToken cancellationToken)
    {
        try
        {
            return await fetch.RunAsync(station, null, null, feedback, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is ConnectorException || StoreFailures.Is(failure))
        {
            var report = new StationReport(station);
            report.Fail(StoreFailures.ErrorOf(failure));
            if (failure is not ConnectorException) SuzLog.StoreFailed(logger, failure, station.OmsId, "-");
            return report;
        }
    }

    private static ConnectorError Nothing(List<StationReport> reports)
    {
        var error = reports[0].Error!;
        return error with
        {
            Detail = string.Join("\n", reports.SelectMany(report => report.Notes.Select(note => $"{report.Station.Inn}: {note.Message}"))),
            InDoubt = false,
        };
    }

    private static ConnectorError NoStation() => new(ConnectorErrorCode.InvalidArguments, "No organisation of the settings has an omsId, so there is nowhere to fetch codes from. Write omsId and omsConnection.")
    {
        MessageRu = "Ни у одной организации в настройках нет omsId, коды получать неоткуда. Укажите omsId и omsConnection.",
        Reason = "SUZ_NOT_CONFIGURED",
    };
}
