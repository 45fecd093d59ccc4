namespace Emulators;

/// <summary>Faults that were armed by a test or by hand.</summary>
/// <typeparam name="TFault">The emulator's kind of fault.</typeparam>
public sealed class FaultList<TFault>
    where TFault : ArmedFault
{
    private readonly Lock gate = new();
    private readonly List<TFault> armed = [];

    /// <summary>Faults that have not struck yet.</summary>
    public int Left
    {
        get
        {
            lock (gate) return armed.Count;
        }
    }

    /// <summary>Arms faults.</summary>
    /// <param name="faults">The faults; the first that fits a call strikes.</param>
    public void Add(params IReadOnlyList<TFault> faults)
    {
        lock (gate) armed.AddRange(faults);
    }

    /// <summary>Disarms all.</summary>
    public void Clear()
    {
        lock (gate) armed.Clear();
    }

    // Every armed fault counts the calls that pass it, so that "the second and the fourth" can be said.
    internal TFault? Take(string endpoint)
    {
        lock (gate)
        {
            TFault? struck = null;
            for (var at = 0; at < armed.Count; at++)
            {
                var one = armed[at];
                if (!one.Strikes(endpoint)) continue;
                if (one.After > 0)
                {
                    armed[at] = (TFault)((ArmedFault)one with { After = one.After - 1 });
                }
                else if (struck is null)
                {
                    struck = one;
                    if (one.Times == 1) armed.RemoveAt(at--);
                    else if (one.Times > 1) armed[at] = (TFault)((ArmedFault)one with { Times = one.Times - 1 });
                }
            }

            return struck;
        }
    }
}
