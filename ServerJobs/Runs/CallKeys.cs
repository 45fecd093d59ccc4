namespace ServerJobs;

/// <summary>The calls with a key that go on in this server, of jobs and of background operations: one of a kind keeps the other out. Thread-safe.</summary>
/// <remarks>Among operations their store decides, which several servers may share; among jobs this table does.</remarks>
internal sealed class CallKeys
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> jobs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> operations = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Told when the last operation of a call and key has ended; what is called must not call back.</summary>
    public Action<string>? Freed { get; set; }

    /// <summary>A call with its key as one text; null without a key.</summary>
    public static string? Of(string call, string key) => key.Length == 0 ? null : $"{call}\n{key}";

    /// <summary>Whether a call and key goes on.</summary>
    public bool Holds(string key)
    {
        lock (gate) return jobs.ContainsKey(key) || operations.ContainsKey(key);
    }

    /// <summary>Takes it for a run of a job, which has looked that it is free.</summary>
    public void TakeForJob(string key, string jobId)
    {
        lock (gate) jobs[key] = jobId;
    }

    public void FreeJob(string key)
    {
        lock (gate) jobs.Remove(key);
    }

    /// <summary>Takes it for an operation.</summary>
    /// <returns>The job that has it; null when it is taken.</returns>
    public string? TakeForOperation(string key)
    {
        lock (gate)
        {
            if (jobs.TryGetValue(key, out var holder)) return holder;
            operations[key] = operations.GetValueOrDefault(key) + 1;
            return null;
        }
    }

    public void FreeOperation(string key)
    {
        lock (gate)
        {
            var left = operations.GetValueOrDefault(key) - 1;
            if (left > 0)
            {
                operations[key] = left;
                return;
            }

            operations.Remove(key);
        }

        Freed?.Invoke(key);
    }
}
