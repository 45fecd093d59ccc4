namespace Emulators.OneC;

/// <summary>Faults switched on by a test or by hand.</summary>
public sealed class OneCFaults
{
    private readonly Lock gate = new();
    private readonly List<(FaultKind Kind, int Left, string Path, int Skip)> armed = [];

    /// <summary>The next requests get a fault.</summary>
    /// <param name="kind">Which fault.</param>
    /// <param name="times">How often; -1 until cleared.</param>
    /// <param name="pathContains">Only requests whose decoded path contains this.</param>
    /// <param name="after">How many such requests pass unharmed first: 2 lets the third page of a list fail.</param>
    public void Add(FaultKind kind, int times = 1, string pathContains = "", int after = 0)
    {
        lock (gate) armed.Add((kind, times, pathContains, after));
    }

    /// <summary>Switches every fault off.</summary>
    public void Clear()
    {
        lock (gate) armed.Clear();
    }

    internal FaultKind? Take(string path)
    {
        lock (gate)
        {
            var at = armed.FindIndex(one => path.Contains(one.Path, StringComparison.Ordinal));
            if (at < 0) return null;
            var (kind, left, part, skip) = armed[at];
            if (skip > 0) armed[at] = (kind, left, part, skip - 1);
            else if (left == 1) armed.RemoveAt(at);
            else armed[at] = (kind, left < 0 ? left : left - 1, part, 0);
            return skip > 0 ? null : kind;
        }
    }
}
