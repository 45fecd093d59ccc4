using TestKit;

namespace Integration.Tests.Events;

/// <summary>A power cut between the save of a document and the answer of its handlers loses no event, and repeats no handler that may not be repeated.</summary>
[TestClass]
public sealed class DocumentEventKillTests : IDisposable
{
    private const string Document = """{"id":"Приход-7","finished":true,"userId":"ivanov"}""";
    private readonly string folder = Directory.CreateTempSubdirectory("connectors-test-").FullName;

    [TestMethod]
    [DataRow("HoldKeyed")]
    [DataRow("HoldSafe")]
    public async Task Handler_that_may_be_repeated_is_called_again_with_its_request_id_and_the_one_behind_it_once(string method)
    {
        await using var first = await KilledInAsync(method);

        await using var second = await ServerProcess.StartAsync(SetupOf(method) with { Home = first.Home, Key = first.Key });
        var notes = await NotesAsync(second);
        var left = await Eventually.BecomesAsync(() => second.Client.GetAsync("/api/v1/documents/events"), answer => answer.Text == """{"events":[]}""");

        notes.Should().Be(1, "it had not begun when the server was killed");
        left.Text.Should().Be("""{"events":[]}""");
        Calls().Should().HaveCount(2).And.Subject.Distinct().Should().ContainSingle();
    }

    [TestMethod]
    public async Task Handler_that_may_not_be_repeated_is_kept_in_doubt_until_a_person_says_what_to_do()
    {
        await using var first = await KilledInAsync("HoldUnsafe");

        await using var second = await ServerProcess.StartAsync(SetupOf("HoldUnsafe") with { Home = first.Home, Key = first.Key });
        var notes = await NotesAsync(second);
        var doubt = (await second.Client.GetAsync("/api/v1/documents/events?state=InDoubt", ("Accept-Language", "ru"))).Json.GetProperty("events")[0];
        var before = Calls().Length;
        var path = $"/api/v1/documents/events/{doubt.GetProperty("id").GetString()}";
        var retried = await second.Client.PostAsync($"{path}/retry", null);
        var calls = await Eventually.BecomesAsync(() => Task.FromResult(Calls()), lines => lines.Length == 2);
        var dismissed = await Eventually.BecomesAsync(() => second.Client.PostAsync($"{path}/dismiss", null), answer => answer.Status == 404);

        (notes, before, retried.Status, calls.Length).Should().Be((1, 1, 200, 2));
        doubt.GetProperty("handler").GetString().Should().Be("Wire:HoldUnsafe");
        doubt.GetProperty("documentId").GetString().Should().Be("Приход-7");
        doubt.GetProperty("error").GetString().Should().Contain("неизвестно");
        second.Log.Should().Contain("may have done its work and is not called again").And.Contain("Приход-7");
        dismissed.Message.Should().Contain("its handler has answered");
    }

    [TestMethod]
    public async Task Another_server_on_the_database_takes_the_events_of_a_killed_one_over_and_handles_each_once()
    {
        var connectionString = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        var shared = new Dictionary<string, string> { ["Storage:Provider"] = "postgresql", ["Storage:ConnectionString"] = connectionString, ["Server:NodeLease"] = "00:00:01" };
        await File.WriteAllTextAsync(Path.Combine(folder, "hold"), "");
        await using var first = await ServerProcess.StartAsync(SetupOf("HoldUnsafe") with { Settings = shared });
        await first.Client.PostAsync("/api/v1/documents", Document);
        await Eventually.BecomesAsync(() => Task.FromResult(Calls()), calls => calls.Length == 1);
        await using var second = await ServerProcess.StartAsync(SetupOf("HoldUnsafe") with { Settings = shared, Key = first.Key });
        var running = await second.Client.GetAsync("/api/v1/documents/events?state=Running");
        await first.KillAsync();

        var notes = await NotesAsync(second);
        var left = await Eventually.BecomesAsync(() => second.Client.GetAsync("/api/v1/documents/events"), answer => answer.Json.GetProperty("events").GetArrayLength() == 1);

        notes.Should().Be(1);
        running.Json.GetProperty("events").GetArrayLength().Should().Be(1, "a living server keeps what it handles");
        Calls().Should().ContainSingle("it may not be repeated");
        left.Json.GetProperty("events").EnumerateArray().Select(raised => raised.GetProperty("state").GetString()).Should().Equal("InDoubt");
    }

    [TestMethod]
    public async Task Handler_that_fails_is_parked_and_listed_and_only_an_administrator_dismisses_it()
    {
        await using var server = await ServerProcess.StartAsync(SetupOf("Missing"));
        await server.Client.PostAsync("/api/v1/documents", Document);
        var parked = await Eventually.BecomesAsync(() => server.Client.GetAsync("/api/v1/documents/events?state=parked"), answer => answer.Text.Contains("Wire:Missing", StringComparison.Ordinal));
        var id = parked.Json.GetProperty("events")[0].GetProperty("id").GetString();
        var reader = (await server.Client.PostAsync("/api/v1/keys", """{"name":"reader"}""")).Json.GetProperty("plain").GetString();

        var refused = await server.Client.PostAsync($"/api/v1/documents/events/{id}/dismiss", null, ("X-Api-Key", reader));
        var dismissed = await server.Client.PostAsync($"/api/v1/documents/events/{id}/dismiss", null);
        var wrong = await server.Client.GetAsync("/api/v1/documents/events?state=lost");
        var taken = await server.Client.PostAsync("/api/v1/documents", """{"id":"Events"}""");

        parked.Json.GetProperty("events")[0].GetProperty("errorCode").GetString().Should().Be("MethodNotFound");
        (refused.Status, dismissed.Status, wrong.Status, taken.Status).Should().Be((403, 200, 400, 400));
        (await server.Client.GetAsync("/api/v1/documents/events")).Text.Should().Be("""{"events":[]}""");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<ServerProcess> KilledInAsync(string method)
    {
        var hold = Path.Combine(folder, "hold");
        await File.WriteAllTextAsync(hold, "");
        var server = await ServerProcess.StartAsync(SetupOf(method));
        await server.Client.PostAsync("/api/v1/documents", Document);
        await Eventually.BecomesAsync(() => Task.FromResult(Calls()), calls => calls.Length == 1);
        await server.KillAsync();
        File.Delete(hold);
        return server;
    }

    private static async Task<int> NotesAsync(ServerProcess server)
    {
        var notes = await Eventually.BecomesAsync(() => server.Client.InvokeAsync("Wire", """{"method":"Notes"}"""), answer => answer.Text.Contains("ivanov", StringComparison.Ordinal));
        return notes.Value.GetArrayLength();
    }

    private string[] Calls() => File.Exists(Path.Combine(folder, "calls.txt")) ? File.ReadAllLines(Path.Combine(folder, "calls.txt")) : [];

    private ServerSetup SetupOf(string method) => new()
    {
        Connectors = """{ "connectors": [ { "id": "Wire", "type": "Wire" } ] }""",
        Events = $$"""{ "documentCompleted": ["Wire:{{method}}", "Wire:Note"] }""",
        Plugins = [Built.Plugin("Wire")],
        Variables = new Dictionary<string, string> { ["WIRE_FOLDER"] = folder },
    };
}
