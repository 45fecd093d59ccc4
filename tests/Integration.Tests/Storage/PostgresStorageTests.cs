using TestKit;

namespace Integration.Tests;

[TestClass]
public sealed class PostgresStorageTests
{
    private const string Connectors = """{ "connectors": [ { "id": "Hello", "type": "Hello" } ] }""";

    [TestMethod]
    public async Task Two_servers_on_one_database_know_the_same_keys_and_a_restart_keeps_them()
    {
        var setup = await SetupAsync();
        await using var first = await ServerProcess.StartAsync(setup);
        await using var second = await ServerProcess.StartAsync(setup with { Key = first.Key });

        second.Log.Should().NotContain("API key, shown only now", "the base has a key already");
        (await second.Client.GetAsync("/api/v1/connectors")).Status.Should().Be(200);
        first.Log.Should().Contain("postgresql");
        File.Exists(Path.Combine(first.Home, "exchange.db")).Should().BeFalse();
    }

    [TestMethod]
    public async Task A_start_without_its_database_ends_with_a_sentence_that_holds_no_password()
    {
        var home = Directory.CreateTempSubdirectory("connectors-test-").FullName;

        var (code, text) = await ServerStart.RunToEndAsync(home, "--urls", "http://127.0.0.1:0", "--Storage:Provider=postgresql", "--Storage:ConnectionString=Host=127.0.0.1;Port=1;Database=d;Username=u;Password=geheim");
        var (wrongCode, wrong) = await ServerStart.RunToEndAsync(home, "--urls", "http://127.0.0.1:0", "--Storage:Provider=oracle", "--Storage:ConnectionString:secret=nowhere", "--Storage:Wrong=1");
        Directory.Delete(home, recursive: true);

        code.Should().Be(2);
        text.Should().Contain("PostgreSQL '127.0.0.1:1/d' cannot be reached").And.NotContain("geheim");
        wrongCode.Should().Be(2);
        wrong.Should().Contain("'oracle'").And.Contain("'nowhere'").And.Contain("'Wrong' is not known");
    }

    [AssemblyCleanup]
    public static Task EndAsync() => PostgresServer.EndSharedAsync();

    private static async Task<ServerSetup> SetupAsync()
    {
        var connectionString = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        return new ServerSetup { Connectors = Connectors, Settings = new Dictionary<string, string> { ["Storage:Provider"] = "postgresql", ["Storage:ConnectionString"] = connectionString } };
    }
}
