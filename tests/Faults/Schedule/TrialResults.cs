namespace Faults.Schedule;

/// <summary>Prints what became of each fault, and counts.</summary>
internal sealed class TrialResults
{
    private const int MostFailures = 4;
    private readonly Lock gate = new();
    private int tried, notTried;

    public int Failed { get; private set; }

    public void Add(string name, IReadOnlyList<string> failures, string figures)
    {
        lock (gate)
        {
            tried++;
            if (failures.Count > 0) Failed++;
            var more = failures.Count > MostFailures ? $"; and {failures.Count - MostFailures} more" : "";
            Console.WriteLine(failures.Count == 0 ? $"survived {name}: {figures}" : $"FAILED {name}: {string.Join("; ", failures.Take(MostFailures))}{more} ({figures})");
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
        Console.WriteLine($"faults_not_tried = {notTried}");
        Console.WriteLine($"faults_tried = {tried}");
        Console.WriteLine($"faults_survived = {tried - Failed}");
        var must = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
        return Failed > 0 || tried == 0 || (must && notTried > 0) ? 1 : 0;
    }
}
