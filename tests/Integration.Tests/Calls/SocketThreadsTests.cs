namespace Integration.Tests.Calls;

[TestClass]
public sealed class SocketThreadsTests
{
    private const string Batch = "3";

    [TestMethod]
    public async Task Threads_of_a_running_server_that_tell_of_data_interrupt_nobody()
    {
        if (!OperatingSystem.IsLinux()) Assert.Inconclusive("Threads have policies on Linux only.");
        await using var server = await ServerProcess.StartAsync("""{ "connectors": [] }""", """{ "jobs": [] }""");

        var policies = await Eventually.BecomesAsync(() => Task.FromResult(SocketPolicies(server.Id)), found => found.Contains(Batch));

        policies.Should().NotBeEmpty().And.OnlyContain(policy => policy == Batch);
    }

    // Fields of the line follow the name in brackets; the policy is the 41st of all.
    private static List<string> SocketPolicies(int process) =>
    [
        .. Directory.GetDirectories($"/proc/{process}/task").Select(folder => File.ReadAllText(Path.Combine(folder, "stat")))
            .Where(line => line.Contains("(.NET Sockets)", StringComparison.Ordinal)).Select(line => line[(line.LastIndexOf(')') + 2)..].Split(' ')[38]),
    ];
}
