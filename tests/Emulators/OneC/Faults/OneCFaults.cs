namespace Emulators.OneC;

/// <summary>Faults switched on by a test or by hand.</summary>
public sealed class OneCFaults
{
    private readonly Lock gate = new();
    private readonly List<(FaultKind Kind, int Left, string Path)> armed = [];

    /// <summary>The next requests get a fault.</summary>
    /// <param name="kind">Which fault.</param>
    /// <param name="times">How often; -1 until cleared.</param>
    /// <param name="pathContains">Only requests whose decoded path contains this.</param>
    public void Add(FaultKind kind, int times = 1, string pathContains = "")
    {
        lock (gate) armed.Add((kind, times, pathContains));
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
            var (kind, left, part) = armed[at];
            if (left == 1) armed.RemoveAt(at);
            else armed[at] = (kind, Math.Max(-1, left - 1), part);
            return kind;
        }
    }
}
