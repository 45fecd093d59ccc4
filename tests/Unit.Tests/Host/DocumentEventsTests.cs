using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging.Abstractions;
using Server.Events;
using Unit.Tests.ServerJobs;

namespace Unit.Tests.Host;

[TestClass]
public sealed class DocumentEventsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("connectors-test-").FullName;
    private readonly FakeInvoker invoker = new();

    private string FilePath => Path.Combine(folder, "events.json");

    [TestMethod]
    public async Task A_document_whose_session_cannot_be_written_reaches_every_handler()
    {
        var events = Events("""{"documentCompleted":["A:One","B:Two"],"addSession":true}""");

        events.RaiseCompleted(new StoredDocument("d\u0001", "Receipt", new ConnectorRecord { { "name", "\u0002" } }), "u\u0003", null);
        await events.StopAsync(CancellationToken.None);

        invoker.Calls.Select(call => call.ConnectorId).Should().Equal("A", "B");
    }

    [TestMethod]
    public async Task A_handler_that_throws_stops_no_other()
    {
        var events = Events("""{"documentCompleted":["A:One","B:Two"]}""");
        invoker.Answer = (args, _) => args.ConnectorId == "A" ? throw new InvalidOperationException("Broken.") : new(InvokeResult.Ok());

        events.RaiseCompleted(new StoredDocument("d", "Receipt", []), null, null);
        await events.StopAsync(CancellationToken.None);

        invoker.Calls.Should().HaveCount(2);
    }

    [TestMethod]
    public async Task A_table_a_handler_streams_is_given_back()
    {
        var events = Events("""{"documentCompleted":["A:One"]}""");
        var disposed = false;
        invoker.Answer = (_, _) => new(InvokeResult.Ok(ConnectorTable.Stream([], AsyncEnumerable.Empty<object?[]>(), () =>
        {
            disposed = true;
            return ValueTask.CompletedTask;
        })));

        events.RaiseCompleted(new StoredDocument("d", "Receipt", []), null, null);
        await events.StopAsync(CancellationToken.None);

        disposed.Should().BeTrue();
    }

    [TestMethod]
    public void A_file_with_half_a_character_leaves_the_last_good_state_in_force()
    {
        var file = new EventsFile(FilePath, NullLogger<EventsFile>.Instance);
        File.WriteAllText(FilePath, """{"documentCompleted":["A:One"]}""");
        var before = file.Current;
        File.WriteAllText(FilePath, """{"documentCompleted":["\ud800"]}""");
        File.SetLastWriteTimeUtc(FilePath, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        file.Current.Should().BeSameAs(before);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private DocumentEvents Events(string text)
    {
        File.WriteAllText(FilePath, text);
        return new DocumentEvents(invoker, new EventsFile(FilePath, NullLogger<EventsFile>.Instance), NullLogger<DocumentEvents>.Instance);
    }
}
