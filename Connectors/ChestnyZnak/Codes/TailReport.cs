using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>What a cleaning of tails did.</summary>
internal sealed class TailReport
{
    private const int Shown = 20;
    private readonly List<string> conflicts = [];

    public long Looked { get; set; }

    public long Cleaned { get; set; }

    /// <summary>Rows whose tail is still needed.</summary>
    public long Kept { get; set; }

    public long Conflicts { get; private set; }

    public long Unreadable { get; set; }

    /// <summary>Time was up; the next run goes on from there.</summary>
    public bool Unfinished { get; set; }

    public void Conflict(string cis)
    {
        Conflicts++;
        if (conflicts.Count < Shown) conflicts.Add(cis);
    }

    public ConnectorRecord ToRecord() => new()
    {
        ["looked"] = Looked,
        ["cleaned"] = Cleaned,
        ["kept"] = Kept,
        ["conflicts"] = Conflicts,
        ["conflictCodes"] = conflicts.ToList<object?>(),
        ["unreadable"] = Unreadable,
        ["unfinished"] = Unfinished,
        ["warnings"] = Warnings().ToList<object?>(),
    };

    private IEnumerable<string> Warnings()
    {
        if (Conflicts > 0) yield return $"Строк с одинаковым КИ: {Conflicts}; они не тронуты.";
        if (Unreadable > 0) yield return $"Кодов, которые не удалось разобрать: {Unreadable}; они не тронуты.";
    }
}
