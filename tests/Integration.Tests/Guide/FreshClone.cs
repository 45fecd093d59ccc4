using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Integration.Tests.Guide;

/// <summary>A newcomer's clone of the repository in a folder of its own, and what they type there.</summary>
internal sealed partial class FreshClone : IAsyncDisposable
{
    private readonly List<Process> processes = [];

    private FreshClone(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>The commands of the README, in their order.</summary>
    public IReadOnlyList<string> Commands => [.. BlockPattern().Matches(File.ReadAllText(Path.Combine(Folder, "README.md"))).Select(block => block.Groups["text"].Value.Trim())];

    public static async Task<FreshClone> MakeAsync()
    {
        var clone = new FreshClone(Directory.CreateTempSubdirectory("connectors-clone-").FullName);
        var git = clone.Start($"git clone --quiet '{Built.Root}' .");
        await git.StandardOutput.ReadToEndAsync();
        var said = await git.StandardError.ReadToEndAsync();
        await git.WaitForExitAsync();
        if (git.ExitCode == 0) return clone;
        await clone.DisposeAsync();
        throw new AssertInconclusiveException($"This is not a repository that can be cloned: {said}");
    }

    /// <summary>Starts a line in the clone as a shell would, with ports of its own and without the settings of this machine.</summary>
    public Process Start(string line)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(line);
        foreach (var name in new[] { "CONNECTORS_HOME", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT" }) start.Environment.Remove(name);
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Server__DemoErp"] = $"http://127.0.0.1:{FreePort()}";

        // Build servers would outlive the test and hold its folder.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        var process = Process.Start(start)!;
        processes.Add(process);
        return process;
    }

    /// <summary>Runs a line to its end, typing these words into it.</summary>
    public async Task<(int Code, string Output)> RunAsync(string line, string typed = "")
    {
        var process = Start(line);
        await process.StandardInput.WriteAsync(typed);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("^```\\n(?<text>(dotnet|\\./).*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();
}
