using System.Data.Common;
using ServerJobs;

namespace Server.Storage;

/// <summary>The row of a run on its way to the writer. A run that ends before its open row is written goes there once, as ended.</summary>
internal sealed class OpenRun(JobRun begun)
{
    private readonly Lock gate = new();
    private JobRun run = begun;
    private bool taken;

    /// <summary>Ends when the row is kept.</summary>
    public Task Kept { get; set; } = Task.CompletedTask;

    /// <summary>Writes what is known of the run now; the writer's work.</summary>
    public int Write(DbConnection connection)
    {
        lock (gate)
        {
            taken = true;
            var row = JobRunRow.Of(run);
            return row.Outcome is null ? JobRunWriter.Begin(connection, row) : JobRunWriter.Insert(connection, row);
        }
    }

    /// <summary>Ends the run.</summary>
    /// <returns>False when its open row is written already, or was not taken: then the end is a write of its own.</returns>
    public bool TryEnd(JobRun ended)
    {
        lock (gate)
        {
            if (taken || Kept.IsCompleted) return false;
            run = ended;
            return true;
        }
    }
}
