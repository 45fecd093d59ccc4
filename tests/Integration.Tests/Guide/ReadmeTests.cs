using System.Text;

namespace Integration.Tests.Guide;

/// <summary>The first hour of a newcomer, as the README tells it: clone, start, call, scan.</summary>
[TestClass]
[TestCategory("Guide")]
public sealed class ReadmeTests
{
    // A build of a fresh clone on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    [TestMethod]
    public async Task First_command_of_the_readme_leads_to_stock_on_a_handheld()
    {
        foreach (var program in new[] { "git", "curl", "bash" }.Where(program => !CanRun(program))) Assert.Inconclusive($"There is no {program} here.");
        await using var clone = await FreshClone.MakeAsync();

        var (lines, log) = await StartServerAsync(clone, clone.Commands[0]);
        var key = lines.Single(line => line.StartsWith("API key", StringComparison.Ordinal)).Split(": ")[1];
        var address = lines.Single(line => line.StartsWith("Listening on", StringComparison.Ordinal)).Split(' ')[2].TrimEnd(',');
        var answer = await clone.RunAsync(lines.Single(line => line.StartsWith("curl ", StringComparison.Ordinal)));
        var handheld = await clone.RunAsync(clone.Commands.Single(command => command.Contains("TsdClient")).Replace("<key>", key) + $" --server {address}", "4600000000017\n");
        using var client = new ServerClient(new Uri(address), key);
        var runs = await Eventually.BecomesAsync(() => client.GetAsync("/api/v1/jobs/items/runs"), seen => seen.Text.Contains("Succeeded"), TimeSpan.FromMinutes(1));

        clone.Commands[0].Should().Be("dotnet run --project Server/Host");
        answer.Output.Should().StartWith("""{"ok":true,"type":"table",""").And.Contain("Основной");
        handheld.Code.Should().Be(0, handheld.Output);
        handheld.Output.Should().Contain("Сканируйте").And.Contain("│01 │Основной│A-01-02│120│шт │").And.Contain("session: Result = table");
        runs.Text.Should().Contain("\"outcome\":\"Succeeded\"", log());
    }

    private static async Task<(string[] Lines, Func<string> Log)> StartServerAsync(FreshClone clone, string command)
    {
        var process = clone.Start(command);
        var log = new StringBuilder();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var first = await Task.WhenAny(ready.Task, process.WaitForExitAsync(), Task.Delay(Patience));
        (first == ready.Task).Should().BeTrue("the server should start, but it said: {0}", Said());
        return (Said().Split('\n', StringSplitOptions.RemoveEmptyEntries), Said);

        void Take(string? line)
        {
            if (line is null) return;
            lock (log) log.Append(line).Append('\n');
            if (line.StartsWith("curl ", StringComparison.Ordinal)) ready.TrySetResult();
        }

        string Said()
        {
            lock (log) return log.ToString();
        }
    }

    private static bool CanRun(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
