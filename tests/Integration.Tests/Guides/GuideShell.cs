using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Integration.Tests.Guides;

/// <summary>A reader's terminal: a home folder of its own, programs that are built already, and ports that are free.</summary>
internal sealed class GuideShell : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("connectors-guide-").FullName;
    private readonly Dictionary<string, string> ports = new(StringComparer.Ordinal);

    /// <summary>All that was printed.</summary>
    public string Output { get; private set; } = "";

    public static bool Has(string line)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("bash", ["-c", line]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>The text with this test's port in place of the page's.</summary>
    public string Ported(string text) => ports.Aggregate(text, (ported, port) => ported.Replace(port.Key, port.Value, StringComparison.Ordinal));

    public void TakePort(string shown)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        ports[shown] = $"{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    /// <summary>Types all steps into one terminal, one after another.</summary>
    public async Task RunAsync(IReadOnlyList<GuideStep> steps, TimeSpan patience)
    {
        var script = new StringBuilder("trap 'kill $(jobs -p) 2>/dev/null' EXIT\n");
        foreach (var (step, number) in steps.Select((step, number) => (step, number)))
        {
            if (step.File is { } file) Write(Path.Combine("home", file), Ported(step.Text));
            else script.Append(CultureInfo.InvariantCulture, $"echo '@@ {number} begins'\n{Ported(step.Text)}echo \"@@ {number} ended $?\"\n");
        }

        Write("script.sh", script.ToString());
        Shim();
        using var process = Process.Start(Terminal())!;
        var reading = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (await Task.WhenAny(reading, Task.Delay(patience)) != reading) process.Kill(entireProcessTree: true);
        Output = string.Join("\n", await reading);
        await process.WaitForExitAsync();
    }

    /// <summary>What a step printed; its exit code is at the end of the line.</summary>
    public (string Printed, string Code) Of(int number)
    {
        var (begin, end) = ($"@@ {number} begins\n", $"@@ {number} ended ");
        var (from, to) = (Output.IndexOf(begin, StringComparison.Ordinal), Output.IndexOf(end, StringComparison.Ordinal));
        if (from < 0 || to < 0) return (Output, "not reached");
        return (Output[(from + begin.Length)..to], Output[(to + end.Length)..].Split('\n')[0]);
    }

    public string Log(string name) => Path.Combine(folder, "home", name) is var path && File.Exists(path) ? File.ReadAllText(path) : "";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private ProcessStartInfo Terminal()
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(folder, "script.sh")]) { WorkingDirectory = Built.Root, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var name in new[] { "CONNECTORS_HOME", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPNETCORE_URLS", "OPENSSL_CONF" }) start.Environment.Remove(name);
        start.Environment["HOME"] = Path.Combine(folder, "home");
        start.Environment["PATH"] = $"{Path.Combine(folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        return start;
    }

    // "dotnet run" would build once more; what it would start is built already. That it builds is the business of the README's test.
    private void Shim()
    {
        var shim = Write(Path.Combine("bin", "dotnet"), $"""
            #!/bin/bash
            PATH=${"{PATH#*:}"}
            shift
            [ "$1" = --no-launch-profile ] && shift
            project=$2
            shift 3
            case $project in
              Server/Host) program='{Built.Server}' ;;
              tests/Emulators) program='{Built.Program("tests", "Emulators")}' ;;
              samples/TsdClient) program='{Built.Program("samples", "TsdClient")}' ;;
              samples/UtmAgent) program='{Built.Program("samples", "UtmAgent")}' ;;
              *) echo "What is $project?"; exit 1 ;;
            esac
            exec dotnet "$program" "$@"

            """);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(shim, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
