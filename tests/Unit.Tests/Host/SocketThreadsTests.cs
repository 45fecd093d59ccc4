using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Server;

namespace Unit.Tests.Host;

[TestClass]
public sealed class SocketThreadsTests
{
    private const string Usual = "0", Batch = "3";

    [TestMethod]
    public async Task Threads_that_tell_of_data_become_batch_threads()
    {
        if (!OperatingSystem.IsLinux()) Assert.Inconclusive("Threads have policies on Linux only.");
        await TalkAsync();
        var sockets = new SocketThreads();

        var granted = sockets.Tend();

        Policies(SocketThreads.Name).Should().HaveCount(granted).And.NotBeEmpty().And.OnlyContain(policy => policy == Batch);
        sockets.Tend().Should().Be(granted);
        Policies(SocketThreads.Name).Should().OnlyContain(policy => policy == Batch);
        new SocketThreads().Tend();
        Policies(SocketThreads.Name).Should().OnlyContain(policy => policy == Batch, "another look must not take it back");
    }

    [TestMethod]
    public void Thread_that_began_as_a_batch_thread_is_put_back()
    {
        if (!OperatingSystem.IsLinux()) Assert.Inconclusive("Threads have policies on Linux only.");
        const string name = "made by another";
        using var ended = new ManualResetEventSlim();
        var thread = new Thread(ended.Wait) { Name = name, IsBackground = true };
        thread.Start();
        MakeBatch(name);
        var before = Policies(name);

        new SocketThreads().Tend();

        before.Should().Equal(Batch);
        Policies(name).Should().Equal(Usual);
        ended.Set();
        thread.Join();
    }

    private static async Task TalkAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepting = listener.AcceptTcpClientAsync();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var accepted = await accepting;
    }

    private static void MakeBatch(string name)
    {
        var thread = Threads().Single(thread => thread.Name == name).Id;
        using var change = Process.Start("chrt", ["--batch", "--pid", "0", thread]);
        change.WaitForExit();
    }

    private static IEnumerable<string> Policies(string name) => [.. Threads().Where(thread => thread.Name == name).Select(thread => thread.Policy)];

    private static List<(string Id, string Name, string Policy)> Threads()
    {
        List<(string, string, string)> threads = [];
        foreach (var folder in Directory.GetDirectories("/proc/self/task"))
        {
            try
            {
                // The second field, the name, stands in brackets and may hold spaces; the policy is the 41st.
                var line = File.ReadAllText(Path.Combine(folder, "stat"));
                var end = line.LastIndexOf(')');
                threads.Add((Path.GetFileName(folder), line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..end], line[(end + 2)..].Split(' ')[38]));
            }
            catch (IOException)
            {
                // A thread that ended while the list was read.
            }
        }

        return threads;
    }
}
