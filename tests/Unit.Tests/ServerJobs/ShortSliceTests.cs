using System.Runtime.InteropServices;
using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class ShortSliceTests
{
    private static readonly Version OwnSlices = new(6, 12);

    [TestMethod]
    public void A_thread_that_takes_it_has_a_short_slice_where_the_kernel_knows_such_and_is_otherwise_as_it_was()
    {
        var (before, after) = (new ulong[6], new ulong[6]);
        var thread = new Thread(() =>
        {
            before = OfThisThread();
            ShortSlice.Take();
            after = OfThisThread();
        });
        var known = OperatingSystem.IsLinux() && Environment.OSVersion.Version >= OwnSlices;

        thread.Start();
        thread.Join();

        // The fourth word of the kernel's record is the slice.
        after[3].Should().Be(known ? 100_000 : before[3]);
        after.Where((_, at) => at != 3).Should().Equal(before.Where((_, at) => at != 3), "policy, niceness and priority stay");
    }

    private static ulong[] OfThisThread()
    {
        var words = new ulong[6];
        var number = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 275 : 315;
        if (OperatingSystem.IsLinux()) SystemCall(number, 0, words, words.Length * sizeof(ulong), 0).Should().Be(0);
        return words;
    }

    [DllImport("libc", EntryPoint = "syscall")]
    private static extern nint SystemCall(nint number, nint thread, [In, Out] ulong[] record, nint size, nint flags);
}
