using System.Text.Json;

namespace Integration.Tests.Jobs;

/// <summary>Jobs are changed over HTTP; what is changed is the file people edit.</summary>
[TestClass]
public sealed class JobEditingTests
{
    private const string Connectors = """{ "connectors": [ { "id": "Склад", "type": "Складской учёт" } ] }""";

    private const string Jobs = """
        {
          // Написано человеком.
          "timeZone": "Europe/Moscow",
          "jobs": [
            { "id": "первое", "name": "Первое", "call": "Склад:Привет мир. Кто там", "period": "24:00:00", "enabled": false }, // не трогать
            { "id": "основное", "name": "Основное", "call": "Склад:Привет мир. Кто там", "period": "24:00:00", "enabled": false, "predefined": true }
          ]
        }
        """;

    [TestMethod]
    public async Task Job_is_added_changed_copied_and_deleted_and_the_rest_of_the_file_stays()
    {
        await using var server = await StartAsync();

        var added = await server.Client.PostAsync("/api/v1/jobs", """{"id":"новое","name":"Новое","call":"Склад:Привет мир. Кто там","period":"24:00:00","enabled":false}""");
        var shown = await server.Client.GetAsync(PathOf("новое"));
        var revision = shown.Json.GetProperty("revision").GetString();
        var changed = await server.Client.SendAsync(HttpMethod.Put, PathOf("новое"), """{"name":"Каждую секунду","call":"Склад:Привет мир. Кто там","period":"0:00:01"}""", ("If-Match", revision));
        var runs = await Eventually.BecomesAsync(() => server.Client.RunsAsync("новое"), seen => seen.Count > 0);
        var copied = await server.Client.PostAsync(PathOf("новое") + "/copy", """{"id":"копия","title":"Копия"}""");
        var deleted = await server.Client.SendAsync(HttpMethod.Delete, PathOf("новое"), null);
        var list = (await server.Client.GetAsync("/api/v1/jobs")).Json.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("id").GetString());
        var text = await File.ReadAllTextAsync(FileOf(server));

        (added.Status, changed.Status, copied.Status, deleted.Status).Should().Be((201, 200, 201, 200));
        shown.Json.GetProperty("definition").GetProperty("name").GetString().Should().Be("Новое");
        shown.Headers.ETag!.Tag.Should().Be($"\"{revision}\"");
        runs.Should().NotBeEmpty("the change is in force at once");
        list.Should().Equal("первое", "основное", "копия");
        text.Should().Contain("// Написано человеком.").And.Contain("// не трогать").And.Contain("""{ "id": "копия", "name": "Копия", "call": "Склад:Привет мир. Кто там", "period": "0:00:01", "enabled": false }""");
        (await server.Client.RunsAsync("новое")).Should().NotBeEmpty("history outlives the job");
        server.Log.Should().Contain("Job новое was replaced in the job file by first");
    }

    [TestMethod]
    public async Task Job_is_switched_on_and_off_with_a_request()
    {
        await using var server = await StartAsync();

        await server.Client.PostAsync(PathOf("первое") + "/enable", null);
        var on = await server.Client.JobAsync("первое");
        await server.Client.PostAsync(PathOf("первое") + "/disable", null);
        var off = await server.Client.JobAsync("первое");

        (on.GetProperty("enabled").GetBoolean(), off.GetProperty("enabled").GetBoolean()).Should().Be((true, false));
        (await File.ReadAllTextAsync(FileOf(server))).Should().Be(Jobs);
    }

    [TestMethod]
    public async Task Change_of_an_older_revision_is_a_conflict_and_one_without_a_revision_is_refused()
    {
        await using var server = await StartAsync();
        const string body = """{"call":"Склад:Привет мир. Кто там","period":"24:00:00"}""";
        var revision = (await server.Client.GetAsync(PathOf("первое"))).Json.GetProperty("revision").GetString();
        await File.AppendAllTextAsync(FileOf(server), "\n");

        var old = await server.Client.SendAsync(HttpMethod.Put, PathOf("первое"), body, ("If-Match", revision), ("Accept-Language", "ru"));
        var none = await server.Client.SendAsync(HttpMethod.Put, PathOf("первое"), body);

        (old.Status, old.Code, none.Status).Should().Be((409, "Conflict", 400));
        old.Message.Should().Contain("изменён кем-то другим");
        old.Json.GetProperty("error").GetProperty("reason").GetString().Should().Be("RevisionChanged");
        none.Message.Should().Contain("If-Match");
        (await File.ReadAllTextAsync(FileOf(server))).Should().Be(Jobs + "\n");
    }

    [TestMethod]
    public async Task Wrong_entry_is_refused_with_all_that_is_wrong()
    {
        await using var server = await StartAsync();

        var answer = await server.Client.PostAsync("/api/v1/jobs", """{"id":"плохое","call":"?","period":"скоро","colour":"red"}""", ("Accept-Language", "ru"));

        (answer.Status, answer.Code).Should().Be((400, "InvalidArguments"));
        answer.Json.GetProperty("error").GetProperty("offenders").EnumerateArray().Select(offender => offender.GetString()!.Split(' ')[0]).Should().BeEquivalentTo("jobs[2].call", "jobs[2].period", "jobs[2].colour");
        answer.Text.Should().NotContain(server.Home);
        (await File.ReadAllTextAsync(FileOf(server))).Should().Be(Jobs);
    }

    [TestMethod]
    [DataRow("{", 400)]
    [DataRow("[]", 400)]
    [DataRow("{\"id\":\"\\ud800\",\"call\":\"A:B\",\"period\":\"1:00:00\"}", 400)]
    [DataRow("{\"id\":\"runs\",\"call\":\"A:B\",\"period\":\"1:00:00\"}", 400)]
    [DataRow("{\"id\":\"ПЕРВОЕ\",\"call\":\"A:B\",\"period\":\"1:00:00\"}", 409)]
    public async Task Body_that_is_no_new_job_is_refused(string body, int status)
    {
        await using var server = await StartAsync();

        var answer = await server.Client.PostAsync("/api/v1/jobs", body);

        answer.Status.Should().Be(status, answer.Text);
        (await File.ReadAllTextAsync(FileOf(server))).Should().Be(Jobs);
    }

    [TestMethod]
    public async Task Predefined_job_is_changed_and_not_deleted()
    {
        await using var server = await StartAsync();

        var deleted = await server.Client.SendAsync(HttpMethod.Delete, PathOf("основное"), null);
        var enabled = await server.Client.PostAsync(PathOf("основное") + "/enable", null);

        (deleted.Status, deleted.Code, enabled.Status).Should().Be((409, "Conflict", 200));
        deleted.Message.Should().Contain("Disable it instead");
    }

    [TestMethod]
    public async Task Key_of_all_connectors_reads_the_jobs_and_changes_nothing()
    {
        await using var server = await StartAsync();
        var key = ("X-Api-Key", (await server.Client.PostAsync("/api/v1/keys", """{"name":"ТСД"}""")).Json.GetProperty("plain").GetString());
        (HttpMethod Method, string Path)[] changes =
        [
            (HttpMethod.Post, "/api/v1/jobs"), (HttpMethod.Put, PathOf("первое")), (HttpMethod.Delete, PathOf("первое")), (HttpMethod.Post, PathOf("первое") + "/copy"),
            (HttpMethod.Post, PathOf("первое") + "/enable"), (HttpMethod.Post, PathOf("первое") + "/disable"), (HttpMethod.Put, PathOf("первое") + "/schedule.xml"), (HttpMethod.Put, "/api/v1/jobs/time-zone"),
            (HttpMethod.Post, PathOf("первое") + "/run"), (HttpMethod.Post, PathOf("первое") + "/pause"), (HttpMethod.Post, PathOf("первое") + "/resume"),
            (HttpMethod.Post, "/api/v1/jobs/lock"), (HttpMethod.Post, "/api/v1/jobs/unlock"), (HttpMethod.Post, "/api/v1/jobs/runs/1/cancel"),
        ];

        var read = await server.Client.GetAsync(PathOf("первое"), key);
        var refused = await Task.WhenAll(changes.Select(change => server.Client.SendAsync(change.Method, change.Path, "{}", key, ("If-Match", "*"), ("Content-Type", change.Path.EndsWith(".xml", StringComparison.Ordinal) ? "application/xml" : "application/json"))));

        read.Status.Should().Be(200);
        refused.Select((answer, at) => (changes[at].Method, changes[at].Path, answer.Status)).Should().Equal(changes.Select(change => (change.Method, change.Path, 403)));
        (await File.ReadAllTextAsync(FileOf(server))).Should().Be(Jobs);
    }

    [TestMethod]
    public async Task File_that_is_broken_on_disk_is_named_and_left_alone()
    {
        await using var server = await StartAsync();
        await File.WriteAllTextAsync(FileOf(server), "{ \"jobs\": [ ");

        var answer = await server.Client.PostAsync(PathOf("первое") + "/enable", null);

        (answer.Status, answer.Json.GetProperty("error").GetProperty("reason").GetString()).Should().Be((409, "FileUnusable"));
        answer.Message.Should().Contain("not JSON");
        (await File.ReadAllTextAsync(FileOf(server))).Should().Be("{ \"jobs\": [ ");
    }

    private static Task<ServerProcess> StartAsync() => ServerProcess.StartAsync(Connectors, Jobs, Built.Plugin("Кириллица"));

    private static string PathOf(string id) => "/api/v1/jobs/" + Uri.EscapeDataString(id);

    private static string FileOf(ServerProcess server) => Path.Combine(server.Home, "config", "jobs.json");
}
