using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;

namespace Unit.Tests.Host.Exchange;

[TestClass]
public sealed class IncomingEndpointsTests : IAsyncDisposable
{
    private const string Incoming = "/api/v1/exchange/%D0%97%D0%BD%D0%B0%D0%BA/incoming";
    private static readonly DateTimeOffset Now = new(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);
    private readonly ExchangeApi api = new();

    [TestInitialize]
    public async Task Prepare()
    {
        await api.StartAsync();
        await api.Store.CommitAsync(
            new ExchangeCommit("Знак") { Incoming = [Item("i1", IncomingStage.Parked), Item("i2", IncomingStage.Handled), Item("i3", IncomingStage.Stored, "030000000002"), Item("i4", IncomingStage.Acknowledged), Item("i5", IncomingStage.Seen)] },
            default);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [TestMethod]
    [DataRow("", "i1,i3,i5")]
    [DataRow("?stage=all", "i1,i2,i3,i4,i5")]
    [DataRow("?stage=parked,handled", "i1,i2")]
    [DataRow("?organisation=030000000002", "i3")]
    [DataRow("?stage=all&limit=2", "i1,i2")]
    [DataRow("?stage=all&limit=2&after=i2", "i3,i4")]
    public async Task Incoming_items_are_listed_as_asked_for(string query, string ids)
    {
        var (status, body, text) = await api.GetAsync(Incoming + query);

        status.Should().Be(200);
        string.Join(",", body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString())).Should().Be(ids);
        text.Should().NotContain("SECRET").And.NotContain("FOREIGN").And.NotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("SECRET MARKS")));
    }

    [TestMethod]
    public async Task Parked_item_is_shown_with_its_reason()
    {
        var (_, body, _) = await api.GetAsync($"{Incoming}?stage=Parked");

        var item = body.GetProperty("items")[0];
        item.GetProperty("remoteId").GetString().Should().Be("e:/opt/out/Ticket/i1");
        item.GetProperty("kind").GetString().Should().Be("Ticket");
        item.GetProperty("attempt").GetInt32().Should().Be(5);
        item.GetProperty("lastError").GetProperty("message").GetString().Should().Be("It cannot be read.");
    }

    [TestMethod]
    public async Task Released_item_waits_for_the_next_run()
    {
        var (status, body, _) = await ReleaseAsync("i1");

        status.Should().Be(200);
        body.GetProperty("stage").GetString().Should().Be("Stored");
        var kept = (await api.Store.FindIncomingAsync("Знак", "030000000001", "e:/opt/out/Ticket/i1", default))!;
        kept.Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Stored && item.Attempt == 0 && item.LastError == null && item.Payload.Length > 0);
    }

    [TestMethod]
    [DataRow("i2", 422, "INCOMING_NOT_PARKED")]
    [DataRow("none", 404, null)]
    public async Task What_is_not_parked_is_not_released(string id, int status, string? reason)
    {
        var (answered, body, _) = await ReleaseAsync(id);

        answered.Should().Be(status);
        body.GetProperty("error").GetProperty("reason").GetString().Should().Be(reason);
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("{\"organisation\":\"030000000001\"}")]
    [DataRow("{\"organisation\":\"030000000001\",\"remoteId\":7}")]
    [DataRow("{\"organisation\":\"030000000001\",\"remoteId\":\"x\",\"force\":true}")]
    public async Task Release_that_cannot_be_meant_is_refused(string body)
    {
        var (status, _, _) = await api.PostAsync($"{Incoming}/release", body);

        status.Should().Be(400);
    }

    [TestMethod]
    [DataRow("GET", "", "", 401)]
    [DataRow("GET", "", "device", 403)]
    [DataRow("POST", "/release", "viewer", 403)]
    [DataRow("POST", "/release", "", 401)]
    [DataRow("GET", "?stage=Gone", "viewer", 400)]
    [DataRow("GET", "?stage=1", "viewer", 400)]
    public async Task Only_keys_without_limits_look_and_only_administrators_release(string verb, string path, string key, int status)
    {
        var (answered, _, _) = verb == "GET" ? await api.GetAsync(Incoming + path, key) : await api.PostAsync(Incoming + path, "{}", key);

        answered.Should().Be(status);
    }

    private Task<(int Status, System.Text.Json.JsonElement Body, string Text)> ReleaseAsync(string id) =>
        api.PostAsync($"{Incoming}/release", $"{{\"organisation\":\"030000000001\",\"remoteId\":\"e:/opt/out/Ticket/{id}\"}}");

    private static StoredIncoming Item(string id, IncomingStage stage, string organisation = "030000000001") =>
        new(id, new IncomingItem(organisation, $"e:/opt/out/Ticket/{id}", $"/opt/out/Ticket/{id}") { Kind = "Ticket" }, stage == IncomingStage.Seen ? [] : Encoding.UTF8.GetBytes("SECRET MARKS"))
        {
            Stage = stage,
            Hash = stage == IncomingStage.Seen ? "" : $"hash {id}",
            Attempt = 5,
            LastError = new ConnectorError(ConnectorErrorCode.Failed, "It cannot be read.") { Detail = "FOREIGN" },
            CreatedAt = Now,
        };
}
