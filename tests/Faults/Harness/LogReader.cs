using System.Diagnostics;

namespace Faults.Harness;

/// <summary>Who reads the pipe a server writes its log to, and copies it to a file: a process that can fall asleep or go away.</summary>
internal sealed class LogReader : IDisposable
{
    private readonly Process process;

    private LogReader(Process process) => this.process = process;

    public static async Task<LogReader> StartAsync(string pipe, string file)
    {
        await Command.RunAsync("mkfifo", pipe);
        return new LogReader(Children.Start(new ProcessStartInfo("sh", ["-c", "exec cat < \"$0\" > \"$1\"", pipe, file])));
    }

    public void FallAsleep() => Signals.Send(process.Id, Signals.Stop);

    public void Wake() => Signals.Send(process.Id, Signals.Continue);

    public void GoAway()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) GoAway();
        process.Dispose();
    }
}
