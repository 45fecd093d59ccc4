using System.Text.Json;

namespace Integration.Tests.Api;

/// <summary>Keys made and revoked while the server runs.</summary>
[TestClass]
public sealed class KeyTests
{
    private const string Greet = """{"method":"Greet"}""";
    private static ServerProcess server = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => server = await ServerProcess.StartAsync(new ServerSetup());

    [ClassCleanup]
    public static async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    public async Task Made_key_works_at_once_and_is_refused_once_revoked()
    {
        var made = await MakeAsync("""{"name":"ТСД 7","connectors":["Hello"]}""");
        var key = made.GetProperty("plain").GetString();
        var id = made.GetProperty("key").GetProperty("id").GetString();

        var before = await server.Client.InvokeAsync("Hello", Greet, ("X-Api-Key", key));
        var revoked = await server.Client.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{id}", null);
        var again = await server.Client.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{id}", null);
        var after = await server.Client.InvokeAsync("Hello", Greet, ("X-Api-Key", key));

        (before.Status, revoked.Status, again.Status, after.Status).Should().Be((200, 200, 200, 401));
        revoked.Json.GetProperty("revokedAt").ValueKind.Should().Be(JsonValueKind.String);
    }

    [TestMethod]
    public async Task List_names_every_key_and_shows_no_secret()
    {
        var plain = (await MakeAsync("""{"name":"listed"}""")).GetProperty("plain").GetString();

        var list = await server.Client.GetAsync("/api/v1/keys");

        list.Text.Should().Contain("\"first\"").And.Contain("\"listed\"").And.NotContain(plain).And.NotContain("ck_").And.NotContain("hash");
    }

    [TestMethod]
    public async Task Key_of_some_connectors_sees_and_makes_no_keys()
    {
        var limited = (await MakeAsync("""{"name":"limited","connectors":["Hello"]}""")).GetProperty("plain").GetString();

        var list = await server.Client.GetAsync("/api/v1/keys", ("X-Api-Key", limited));
        var make = await server.Client.PostAsync("/api/v1/keys", """{"name":"more"}""", ("X-Api-Key", limited));

        (list.Code, make.Code).Should().Be(("Forbidden", "Forbidden"));
    }

    [TestMethod]
    public async Task Last_key_of_an_administrator_stays()
    {
        await using var alone = await ServerProcess.StartAsync(new ServerSetup());
        var id = (await alone.Client.GetAsync("/api/v1/keys")).Json.GetProperty("keys")[0].GetProperty("id").GetString();

        var refused = await alone.Client.SendAsync(HttpMethod.Delete, $"/api/v1/keys/{id}", null, ("Accept-Language", "ru"));

        (refused.Status, refused.Code).Should().Be((409, "Conflict"));
        refused.Message.Should().Contain("последний ключ администратора");
        (await alone.Client.InvokeAsync("Hello", Greet)).Status.Should().Be(200);
    }

    [TestMethod]
    public async Task Key_of_all_connectors_calls_and_reads_and_changes_nothing_of_the_server()
    {
        var key = (await MakeAsync("""{"name":"все коннекторы"}""")).GetProperty("plain").GetString();

        var call = await server.Client.InvokeAsync("Hello", Greet, ("X-Api-Key", key));
        var read = await server.Client.GetAsync("/api/v1/jobs", ("X-Api-Key", key));
        var make = await server.Client.PostAsync("/api/v1/keys", """{"name":"more","admin":true}""", ("X-Api-Key", key), ("Accept-Language", "ru"));

        (call.Status, read.Status, make.Status).Should().Be((200, 200, 403));
        make.Message.Should().Contain("ключ администратора");
    }

    [TestMethod]
    public async Task Administrator_makes_an_administrator_and_never_one_with_limits()
    {
        var made = await MakeAsync("""{"name":"second","admin":true}""");
        var wrong = await server.Client.PostAsync("/api/v1/keys", """{"name":"third","connectors":["Hello"],"admin":true}""");

        var list = await server.Client.GetAsync("/api/v1/keys", ("X-Api-Key", made.GetProperty("plain").GetString()));

        made.GetProperty("key").GetProperty("admin").GetBoolean().Should().BeTrue();
        list.Status.Should().Be(200);
        (wrong.Status, wrong.Code).Should().Be((400, "InvalidArguments"));
        wrong.Message.Should().Contain("Admin takes");
    }

    [TestMethod]
    public async Task Unknown_key_cannot_be_revoked()
    {
        var answer = await server.Client.SendAsync(HttpMethod.Delete, "/api/v1/keys/nobody", null);

        (answer.Status, answer.Code).Should().Be((404, "NotFound"));
    }

    [TestMethod]
    public async Task Misspelt_limit_makes_no_key_that_may_do_everything()
    {
        var answer = await server.Client.PostAsync("/api/v1/keys", """{"name":"","connector":["Hello"],"connectors":[1]}""");

        (answer.Status, answer.Code).Should().Be((400, "InvalidArguments"));
        answer.Message.Should().Contain("'connector' is not known").And.Contain("name takes").And.Contain("connectors takes");
    }

    private static async Task<JsonElement> MakeAsync(string body)
    {
        var answer = await server.Client.PostAsync("/api/v1/keys", body);
        answer.Status.Should().Be(201, answer.Text);
        return answer.Json;
    }
}
