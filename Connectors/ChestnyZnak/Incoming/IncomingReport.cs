using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>What a load of incoming documents came to for one organisation.</summary>
/// <param name="Inn">The organisation.</param>
internal sealed class IncomingReport(string inn)
{
    private const int MostErrors = 100;
    private readonly List<object?> errors = [];
    private readonly List<string> warnings = [];

    public int Listed { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Failed { get; private set; }

    /// <summary>What ended the load of a group before its time.</summary>
    public ConnectorError? Error { get; private set; }

    /// <summary>Whether a group was read to its end.</summary>
    public bool Worked { get; set; }

    public IReadOnlyList<string> Warnings => warnings;

    public void Fail(string number, ConnectorError error)
    {
        Failed++;
        if (errors.Count < MostErrors) errors.Add(new ConnectorRecord { { "number", number }, { "error", ExchangeRecords.Of(error) } });
        if (warnings.Count < MostErrors) warnings.Add($"{inn} {number}: {error.MessageRu ?? error.Message}");
    }

    public void Stop(string group, ConnectorError error)
    {
        Error = error;
        warnings.Add($"{inn} {group}: {error.MessageRu ?? error.Message}");
    }

    public void Note(string text) => warnings.Add($"{inn}: {text}");

    public ConnectorRecord ToRecord() => new()
    {
        { "organisation", inn }, { "listed", (long)Listed }, { "added", (long)Added }, { "changed", (long)Changed }, { "unchanged", (long)Unchanged }, { "failed", (long)Failed },
        { "documents", errors }, { "error", Error is null ? null : ExchangeRecords.Of(Error) }, { "warnings", warnings.ToList<object?>() },
    };
}
