using System.Diagnostics;
using System.Globalization;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;
using Server.Storage;

namespace Unit.Tests.Storage.Exchange;

/// <summary>A server that is killed in the middle of its work.</summary>
[TestClass]
public sealed class ExchangeKillTests : StoreTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [TestMethod]
    public async Task What_was_told_as_committed_is_there_after_the_process_is_killed()
    {
        using var child = Start();
        var told = await LastToldAsync(child, 50);
        child.Kill();
        var last = await LastToldAsync(child, int.MaxValue) ?? told;
        await child.WaitForExitAsync();

        var store = new SqlExchangeStore(Home.Database, Home.Options, Home.Time);
        var codes = new SqlMarkingCodeStore(Home.Database, Home.Time);
        var messages = (await store.ListMessagesAsync(CommittingChild.Connector, new ExchangeQuery { Limit = int.MaxValue }, default)).Select(message => message.Id).ToHashSet();
        told.Should().Be(50);
        Enumerable.Range(0, last!.Value + 1).Select(number => $"m-{number}").Should().BeSubsetOf(messages);
        (await codes.CountAsync(new MarkingCodeQuery(), default)).Should().BeGreaterThanOrEqualTo(2 * (last.Value + 1)).And.Match(count => count % 2 == 0, "a block is stored whole or not at all");
        (await codes.OpenIntentsAsync(null, default)).Should().HaveCountLessThanOrEqualTo(1);
    }

    // Reads what the child tells, up to a number or the end.
    private static async Task<int?> LastToldAsync(Process child, int until)
    {
        int? last = null;
        try
        {
            while (last != until && await child.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line) last = int.Parse(line, CultureInfo.InvariantCulture);
            return last;
        }
        catch (TimeoutException)
        {
            child.Kill();
            throw;
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(ExchangeKillTests).Assembly.Location);
        start.Environment[CommittingChild.Variable] = Home.Options.HomeFolder;
        return Process.Start(start)!;
    }
}
