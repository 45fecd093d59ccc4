using System.Text;

namespace Server.Logging;

/// <summary>
/// The log on standard output: a line with its time for every record. A record is only appended to a buffer, which a thread of its own
/// empties a moment later, so that neither a system call for every line nor an output that nobody reads holds a call up.
/// </summary>
[ProviderAlias("Output")]
internal sealed class OutputLog : ILoggerProvider
{
    private const int MostCharacters = 4 * 1024 * 1024;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    // An output that nobody reads must not keep a server from stopping.
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(1);
    private readonly TimeProvider time;
    private readonly TextWriter output;
    private readonly Lock sync = new();
    private readonly Lock emptying = new();
    private readonly AutoResetEvent written = new(initialState: false);
    private readonly ManualResetEventSlim ended = new();
    private StringBuilder lines = new();
    private StringBuilder spare = new();
    private string stamp = "";
    private long stampedAt = -1;
    private long dropped;
    private bool refused;
    private volatile bool unread;

    public OutputLog(TimeProvider time, TextWriter output)
    {
        this.time = time;
        this.output = output;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => FlushAtEnd();
        new Thread(Empty) { IsBackground = true, Name = "log output" }.Start();
    }

    public ILogger CreateLogger(string categoryName) => new OutputLogger(categoryName, this);

    /// <summary>Appends a record. When nobody takes the lines off for long, records are dropped and counted rather than kept.</summary>
    public void Write(string category, LogLevel level, EventId id, string message, Exception? failure)
    {
        var now = time.GetUtcNow();
        bool first;
        lock (sync)
        {
            if (lines.Length > MostCharacters)
            {
                dropped++;
                return;
            }

            first = lines.Length == 0;
            lines.Append(StampOf(now)).Append(' ').Append(NameOf(level)).Append(' ').Append(category).Append('[').Append(id.Id).Append("] ").Append(message).Append('\n');
            if (failure is not null) lines.Append(failure).Append('\n');
        }

        if (first) written.Set();
    }

    /// <summary>Writes out what has been appended.</summary>
    public void Flush()
    {
        lock (emptying)
        {
            StringBuilder full;
            long lost;
            lock (sync)
            {
                (full, lines) = (lines, spare);
                (lost, dropped) = (dropped, 0);
            }

            if (lost > 0) full.Append(System.Globalization.CultureInfo.InvariantCulture, $"{lost} log records were dropped: the output was not read in time.\n");
            try
            {
                if (refused && full.Length > 0) output.Write("The output refused the log for a while; records are missing here.\n");
                if (full.Length > 0) output.Write(full);
                output.Flush();
                refused = false;
            }
            catch (Exception)
            {
                // A full disk, nobody there, or an output closed under us: what was in hand is lost, what comes later must not be, nor the server with it.
                refused = true;
            }
            finally
            {
                spare = full.Clear();
            }
        }
    }

    public void Dispose()
    {
        ended.Set();
        written.Set();
        FlushAtEnd();
    }

    // Guarded by the lock. A busy server writes dozens of records in one millisecond.
    private string StampOf(DateTimeOffset now)
    {
        var millisecond = now.Ticks / TimeSpan.TicksPerMillisecond;
        if (millisecond == stampedAt) return stamp;
        stampedAt = millisecond;
        return stamp = TimeZoneInfo.ConvertTime(now, time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss.fff zzz", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };

    // On a thread of its own: a write to a full pipe ends when somebody reads, and that may be never.
    private void FlushAtEnd()
    {
        if (unread) return;
        var last = new Thread(Flush) { IsBackground = true, Name = "log output at the end" };
        last.Start();
        unread = !last.Join(LastPatience);
    }

    private void Empty()
    {
        while (!ended.IsSet)
        {
            written.WaitOne();
            ended.Wait(Moment);
            Flush();
        }
    }
}
