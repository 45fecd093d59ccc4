using System.Runtime.CompilerServices;
using System.Text;
using Cleverence.Connectivity;
using Connectors.Egais;

namespace Unit.Tests.Egais.Incoming;

[TestClass]
public sealed class LargeReplyTests
{
    [TestMethod]
    public void Answer_of_many_rows_is_read_without_keeping_them()
    {
        var (small, large) = (Rests(1_000), Rests(20_000));
        _ = AllocatedBy(() => IncomingReader.Read(small));

        var more = AllocatedBy(() => IncomingReader.Read(large)) - AllocatedBy(() => IncomingReader.Read(small));

        // Nineteen thousand rows more; the names of elements are shared and the texts of skipped ones are never made.
        more.Should().BeLessThan(19_000 * 16);
    }

    [TestMethod]
    public void Row_costs_its_own_memory_and_no_more()
    {
        var rows = IncomingReader.Read(Rests(5_000)).Reply!.Rows;
        _ = rows.Count();

        var each = AllocatedBy(() => rows.Count()) / 5_000;

        each.Should().BeLessThan(8_000);
    }

    [TestMethod]
    public void Only_one_row_lives_at_a_time()
    {
        var reply = IncomingReader.Read(Rests(20_000)).Reply!;
        using var rows = reply.Rows.GetEnumerator();
        var first = Next(rows);
        _ = Next(rows);

        GC.Collect();

        first.IsAlive.Should().BeFalse();
        reply.RowCount.Should().Be(20_000);
    }

    // Apart, so that no forgotten local of the test holds the row.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Next(IEnumerator<ConnectorRecord> rows)
    {
        rows.MoveNext();
        return new WeakReference(rows.Current);
    }

    private static byte[] Rests(int rows)
    {
        var text = Corpus.Text("ReplyRests_v2");
        var (start, end) = (text.IndexOf("<rst:StockPosition>", StringComparison.Ordinal), text.IndexOf("</rst:StockPosition>", StringComparison.Ordinal) + "</rst:StockPosition>".Length);
        return Encoding.UTF8.GetBytes(new StringBuilder(text[..start]).Insert(start, text[start..end], rows).Append("</rst:Products></ns:ReplyRests_v2></ns:Document></ns:Documents>").ToString());
    }

    private static long AllocatedBy<T>(Func<T> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
