using System.Globalization;
using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class NicenessTests
{
    [TestMethod]
    public void A_thread_that_gives_way_is_nicer_than_the_process_and_the_only_one()
    {
        if (!OperatingSystem.IsLinux()) Assert.Inconclusive("Only Linux tells the niceness of a thread.");
        var (before, after) = (0, 0);
        var thread = new Thread(() =>
        {
            before = OfThisThread();
            Niceness.GiveWay();
            after = OfThisThread();
        });
        var mine = OfThisThread();

        thread.Start();
        thread.Join();

        after.Should().Be(Math.Max(10, before));
        OfThisThread().Should().Be(mine);
    }

    // The fields of stat after the name in brackets; the niceness is the nineteenth of all.
    private static int OfThisThread()
    {
        var stat = File.ReadAllText("/proc/thread-self/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16], CultureInfo.InvariantCulture);
    }
}
