namespace Faults.Kills;

/// <summary>Prints each kill and what became of it, and counts.</summary>
internal sealed class KillResults(string program, int seed)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, int> stages = new(StringComparer.Ordinal);
    private int tried, survived, notTried, notSeen;

    public bool AllSurvived => tried == survived;

    /// <summary>Tells of a kill at its moment. One whose moment did not come in time was a kill at random and counts for no stage.</summary>
    public void Killed(string name, string stage, bool seen, string what)
    {
        lock (gate)
        {
            if (seen) stages[stage] = stages.GetValueOrDefault(stage) + 1;
            else notSeen++;
            Console.WriteLine($"kill {name}: {stage}, seed {seed}, {what}{(seen ? "" : ", its moment was not seen")}");
        }
    }

    /// <summary>Tells what became of a fault, after everything was brought to its end.</summary>
    public void Add(string name, IReadOnlyList<string> failures)
    {
        lock (gate)
        {
            tried++;
            if (failures.Count == 0)
            {
                survived++;
                return;
            }

            Console.WriteLine($"FAILED {name}: {string.Join("; ", failures.Take(4))}{(failures.Count > 4 ? $"; and {failures.Count - 4} more" : "")}. Repeat: {program} --seed {seed}");
        }
    }

    public void NotTried(string name, string reason)
    {
        lock (gate)
        {
            notTried++;
            Console.WriteLine($"not tried {name}: {reason}");
        }
    }

    /// <summary>Prints the figures.</summary>
    /// <returns>The exit code. What could not be tried is a failure where everything has to be installed.</returns>
    public int Report()
    {
        Console.WriteLine($"stages: {string.Join(", ", stages.Select(stage => $"{stage.Key} {stage.Value}"))}");
        Console.WriteLine($"moments_not_seen = {notSeen}");
        Console.WriteLine($"faults_not_tried = {notTried}");
        Console.WriteLine($"faults_tried = {tried}");
        Console.WriteLine($"faults_survived = {survived}");
        var must = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
        return survived < tried || tried == 0 || (must && notTried > 0) ? 1 : 0;
    }
}
