using System.Net;
using System.Net.Sockets;
using Server;

namespace Unit.Tests.Host;

[TestClass]
public sealed class SocketThreadsTests
{
    private const string Batch = "3";

    [TestMethod]
    public async Task Threads_that_tell_of_data_and_no_others_become_batch_threads()
    {
        if (!OperatingSystem.IsLinux()) Assert.Inconclusive("Threads have kinds on Linux only.");
        await TalkAsync();

        var granted = SocketThreads.StepBack();

        var kinds = Threads();
        kinds.Where(thread => thread.Name == SocketThreads.Name).Should().HaveCount(granted).And.NotBeEmpty().And.OnlyContain(thread => thread.Kind == Batch);
        kinds.Where(thread => thread.Name != SocketThreads.Name).Should().NotContain(thread => thread.Kind == Batch);
    }

    [TestMethod]
    public async Task Data_is_told_of_as_before()
    {
        await TalkAsync();
        SocketThreads.StepBack();

        var heard = await TalkAsync();

        heard.Should().Be(42);
    }

    private static async Task<int> TalkAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepting = listener.AcceptTcpClientAsync();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var accepted = await accepting;
        var heard = new byte[1];
        var reading = client.GetStream().ReadAsync(heard).AsTask();
        await accepted.GetStream().WriteAsync(new byte[] { 42 });
        await reading.WaitAsync(TimeSpan.FromSeconds(10));
        return heard[0];
    }

    // The kind is the 41st field; the second, the name, may hold spaces and stands in brackets.
    private static List<(string Name, string Kind)> Threads()
    {
        List<(string, string)> threads = [];
        foreach (var folder in Directory.GetDirectories("/proc/self/task"))
        {
            try
            {
                var line = File.ReadAllText(Path.Combine(folder, "stat"));
                var end = line.LastIndexOf(')');
                threads.Add((line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..end], line[(end + 2)..].Split(' ')[38]));
            }
            catch (IOException)
            {
                // A thread that ended while the list was read.
            }
        }

        return threads;
    }
}
