namespace Benchmarks.Runs;

/// <summary>The side written by hand.</summary>
internal interface IBareRuns
{
    /// <summary>Called once, when the rows are there.</summary>
    Task PrepareAsync();

    /// <summary>Reads a page.</summary>
    Task<List<BareRun>> ReadAsync(RunsPage page);
}
