using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Connectors.Exchange;

/// <summary>One run of a signing command, without a shell. Cancelling kills it with all its children.</summary>
internal sealed class CommandRun(string signer, string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string folder, TimeProvider time)
{
    private const int MostSaid = 2048;
    private const string SecretsOfTheServer = "CONNECTORS_SECRET_";

    // A child that keeps the pipes open after the command's end must not hold the signature up.
    private static readonly TimeSpan PipePatience = TimeSpan.FromSeconds(2);

    public async Task<CommandEnd> RunAsync(ReadOnlyMemory<byte>? input, int maxOutput, CancellationToken cancellationToken)
    {
        using var process = Start();
        try
        {
            var output = ReadAsync(process.StandardOutput.BaseStream, maxOutput, signer, cancellationToken);
            var said = SaidAsync(process.StandardError.BaseStream, cancellationToken);
            Forget(output);
            Forget(said);
            await GiveAsync(process.StandardInput, input, cancellationToken).ConfigureAwait(false);
            var exit = process.WaitForExitAsync(cancellationToken);

            // A read that failed ends the run: nobody empties the pipe any more, and the command would stand still.
            if (await Task.WhenAny(exit, output).ConfigureAwait(false) == output) await output.ConfigureAwait(false);
            await exit.ConfigureAwait(false);
            await Task.WhenAll(output, said).WaitAsync(PipePatience, time, cancellationToken).ConfigureAwait(false);
            return new(process.ExitCode, await output.ConfigureAwait(false), await said.ConfigureAwait(false));
        }
        catch (TimeoutException)
        {
            throw SigningErrors.NoOutput(signer, "A child of the command keeps its output open.");
        }
        finally
        {
            Kill(process);
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith(SecretsOfTheServer, StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception refused) when (refused is Win32Exception or IOException or InvalidOperationException)
        {
            throw SigningErrors.NotStarted(signer, Path.GetFileName(program), refused);
        }
    }

    private static async Task GiveAsync(StreamWriter input, ReadOnlyMemory<byte>? content, CancellationToken cancellationToken)
    {
        try
        {
            if (content is { } bytes) await input.BaseStream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            input.Close();
        }
        catch (IOException)
        {
            // It does not read its input; its exit code and output tell whether that matters.
        }
    }

    private static async Task<byte[]> ReadAsync(Stream source, int most, string signer, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int count; (count = await source.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (kept.Length + count > most) throw SigningErrors.TooLarge(signer, most);
            kept.Write(part, 0, count);
        }

        return kept.ToArray();
    }

    // All of it is read, so that a talkative tool does not stand still; only the beginning is kept.
    private static async Task<string> SaidAsync(Stream source, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var part = new byte[4 * 1024];
        for (int count; (count = await source.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (kept.Length < MostSaid) kept.Write(part, 0, Math.Min(count, MostSaid - (int)kept.Length));
        }

        return Encoding.UTF8.GetString(kept.ToArray()).Trim();
    }

    // Reads of a command that was killed fail after nobody waits for them.
    private static void Forget(Task read) => _ = read.ContinueWith(static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself meanwhile.
        }
    }
}
