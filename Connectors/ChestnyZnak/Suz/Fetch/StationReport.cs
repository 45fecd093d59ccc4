using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>What a run did at one profile.</summary>
internal sealed class StationReport(SuzStation station)
{
    private readonly List<FetchNote> notes = [];

    public SuzStation Station => station;

    /// <summary>Somebody else, perhaps another server, is fetching for this profile.</summary>
    public bool AlreadyRunning { get; set; }

    /// <summary>The time was used up before all orders were looked at.</summary>
    public bool Unfinished { get; set; }

    public int Orders { get; set; }

    public int Portions { get; set; }

    public long Codes { get; set; }

    /// <summary>Portions whose answer was lost and that were read again.</summary>
    public int Recovered { get; set; }

    /// <summary>Sub-orders that came to their end.</summary>
    public int Finished { get; set; }

    /// <summary>Orders that could be asked about.</summary>
    public int Succeeded { get; set; }

    public int Failed { get; set; }

    public ConnectorError? Error { get; private set; }

    public IReadOnlyList<FetchNote> Notes => notes;

    /// <summary>Nothing worked and something failed.</summary>
    public bool NothingWorked => Succeeded == 0 && Failed > 0;

    public void Warn(FetchNote note) => notes.Add(note);

    public void Fail(ConnectorError error, string orderId = "", string gtin = "")
    {
        Failed++;
        Error = error;
        notes.Add(FetchNote.Of(error, orderId, gtin));
    }

    public ConnectorRecord ToRecord() => new()
    {
        ["organisation"] = station.Inn,
        ["omsId"] = station.OmsId,
        ["alreadyRunning"] = AlreadyRunning,
        ["unfinished"] = Unfinished,
        ["orders"] = (long)Orders,
        ["portions"] = (long)Portions,
        ["codes"] = Codes,
        ["recovered"] = (long)Recovered,
        ["finished"] = (long)Finished,
        ["failed"] = (long)Failed,
    };
}
