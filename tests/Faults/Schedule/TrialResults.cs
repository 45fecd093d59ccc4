using Faults.Judge;

namespace Faults.Schedule;

/// <summary>Prints what became of each fault, and counts.</summary>
internal sealed class TrialResults
{
    private const int MostFailures = 4;
    private readonly Lock gate = new();
    private int tried, notTried;

    public int Failed { get; private set; }

    public void Add(string name, Judgement judgement)
    {
        lock (gate)
        {
            tried++;
            if (judgement.Failures.Count > 0) Failed++;
            Print("survived", "FAILED", name, judgement);
        }
    }

    /// <summary>Prints what became of a fault that is tried once more; it does not count.</summary>
    public void TellAgain(string name, Judgement judgement)
    {
        lock (gate) Print("survived", "once more, alone:", name, judgement);
    }

    /// <summary>Prints what became of a fault with the peer; it does not count.</summary>
    public void AddPeer(string name, Judgement judgement)
    {
        lock (gate) Print("quartz survived", "quartz failed", name, judgement);
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
        Console.WriteLine($"faults_not_tried = {notTried}");
        Console.WriteLine($"faults_tried = {tried}");
        Console.WriteLine($"faults_survived = {tried - Failed}");
        var must = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
        return Failed > 0 || tried == 0 || (must && notTried > 0) ? 1 : 0;
    }

    private static void Print(string good, string bad, string name, Judgement judgement)
    {
        var failures = judgement.Failures;
        var more = failures.Count > MostFailures ? $"; and {failures.Count - MostFailures} more" : "";
        Console.WriteLine(failures.Count == 0 ? $"{good} {name}: {judgement.Figures}" : $"{bad} {name}: {string.Join("; ", failures.Take(MostFailures))}{more} ({judgement.Figures})");
    }
}
