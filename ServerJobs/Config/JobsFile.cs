using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace ServerJobs;

/// <summary>The job file, read live: a watcher for speed, a slow poll for folders whose changes are not announced (network shares, containers).</summary>
internal sealed class JobsFile(string path, TimeSpan pollInterval, TimeProvider time, ILogger<JobsFile> logger) : IDisposable
{
    private readonly Lock gate = new();
    private readonly string path = Path.GetFullPath(path);
    private byte[] lastRead = [];
    private volatile JobsConfig current = JobsConfig.Empty;
    private volatile JobsConfigException? trouble;
    private PhysicalFileProvider? provider;
    private IDisposable? watch;
    private ITimer? poll;
    private bool disposed;

    /// <summary>The file's full path.</summary>
    public string FilePath => path;

    /// <summary>The last good snapshot.</summary>
    public JobsConfig Current => current;

    /// <summary>Why the file on disk is not the one in force; null while it is.</summary>
    public JobsConfigException? Trouble => trouble;

    /// <summary>Raised with each new snapshot, one at a time.</summary>
    public event Action<JobsConfig>? Changed;

    /// <summary>Reads the file for the first time.</summary>
    /// <exception cref="JobsConfigException">It cannot be read.</exception>
    public void Open()
    {
        lock (gate)
        {
            var bytes = ReadBytes();
            current = JobsConfigReader.Read(bytes, path);
            lastRead = bytes;
        }

        LogProblems(current);
    }

    /// <summary>Follows the file from here on; what changed since <see cref="Open"/> is found by the first poll.</summary>
    public void Follow()
    {
        Watch();
        poll = time.CreateTimer(_ => Quietly.Do(Reload), null, pollInterval, pollInterval);
    }

    /// <summary>Reads the file again; keeps the last good snapshot when it is wrong as a whole.</summary>
    public void Reload()
    {
        lock (gate)
        {
            if (disposed) return;
            try
            {
                var bytes = ReadBytes();
                if (trouble is null && bytes.AsSpan().SequenceEqual(lastRead)) return;
                var read = JobsConfigReader.Read(bytes, path);
                lastRead = bytes;
                trouble = null;
                current = read;
            }
            catch (JobsConfigException wrong)
            {
                if (trouble?.Message != wrong.Message) Log.JobFileKept(logger, wrong.Message);
                trouble = wrong;
                return;
            }

            Log.JobFileRead(logger, path, current.Jobs.Count, current.Problems.Count);
            LogProblems(current);
            Changed?.Invoke(current);
        }
    }

    public void Dispose()
    {
        watch?.Dispose();
        provider?.Dispose();
        poll?.Dispose();
        lock (gate) disposed = true;
    }

    private void Watch()
    {
        try
        {
            provider = new PhysicalFileProvider(Path.GetDirectoryName(path)!, ExclusionFilters.None);
            watch = ChangeToken.OnChange(() => provider.Watch(Path.GetFileName(path)), () => Quietly.Do(Reload));
        }
        catch (IOException refused)
        {
            // Linux gives a user a limited number of watches; the poll alone is slower but right.
            Log.JobFileNotWatched(logger, path, pollInterval, refused);
        }
    }

    private byte[] ReadBytes()
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new JobsConfigException(
                $"{path}: the job file cannot be read ({unreadable.Message}). Put it back, or write {{\"jobs\":[]}} for no jobs.",
                $"{path}: файл заданий не читается ({unreadable.Message}). Верните его или запишите {{\"jobs\":[]}}, если заданий нет.",
                unreadable);
        }
    }

    private void LogProblems(JobsConfig config)
    {
        foreach (var problem in config.Problems)
        {
            if (problem.IsWarning) Log.JobEntryDoubtful(logger, problem.Message);
            else Log.JobEntryRejected(logger, problem.Message);
        }
    }
}
