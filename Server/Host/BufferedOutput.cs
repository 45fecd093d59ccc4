using System.Text;

namespace Server;

/// <summary>
/// Standard output with a buffer that a thread of its own empties a moment after something was written. The console log
/// writes one line a call: without the buffer each line is a system call, and a slow terminal or disk holds the calls up.
/// </summary>
/// <remarks>
/// It has no lock of its own: everybody, the emptying thread too, goes through <see cref="Console.Out"/>, which is one. The console's
/// stream takes that same lock when it writes, so a second lock here would be taken in two orders.
/// </remarks>
internal sealed class BufferedOutput : TextWriter
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private readonly StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(false), 64 * 1024);
    private readonly AutoResetEvent written = new(initialState: false);
    private bool pending;

    private BufferedOutput()
    {
    }

    public override Encoding Encoding => output.Encoding;

    /// <summary>Takes the place of the process's standard output; what is left is written when the process ends.</summary>
    public static void Install()
    {
        var buffered = new BufferedOutput();
        Console.SetOut(buffered);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.Out.Flush();
        new Thread(buffered.Empty) { IsBackground = true, Name = "standard output" }.Start();
    }

    public override void Write(char value)
    {
        output.Write(value);
        Tell();
    }

    public override void Write(string? value)
    {
        output.Write(value);
        Tell();
    }

    public override void Write(char[] buffer, int index, int count)
    {
        output.Write(buffer, index, count);
        Tell();
    }

    public override void Flush()
    {
        pending = false;
        output.Flush();
    }

    private void Tell()
    {
        if (pending) return;
        pending = true;
        written.Set();
    }

    private void Empty()
    {
        using var never = new ManualResetEventSlim();
        while (true)
        {
            written.WaitOne();
            never.Wait(Moment);
            Console.Out.Flush();
        }
    }
}
