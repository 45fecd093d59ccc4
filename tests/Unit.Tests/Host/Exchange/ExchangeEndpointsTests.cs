using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;
using Connectors.Exchange;
using DocumentState = Cleverence.Connectivity.Exchange.DocumentState;

namespace Unit.Tests.Host.Exchange;

[TestClass]
public sealed class ExchangeEndpointsTests : IAsyncDisposable
{
    private const string Znak = "/api/v1/exchange/%D0%97%D0%BD%D0%B0%D0%BA";
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("{\"cis\":\"0104600000000000215SECRETCODE\"}");
    private static readonly DateTimeOffset Now = new(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);
    private readonly ExchangeApi api = new();

    [TestInitialize]
    public async Task Prepare()
    {
        await api.StartAsync();
        await api.Store.CommitAsync(
            new ExchangeCommit("Знак")
            {
                Added = [Message("m1", ExchangeStage.Parked, "Д/1"), Message("m2", ExchangeStage.Done, "D-2"), Message("m3", ExchangeStage.Enqueued, null, "5001007322")],
                Documents = [new DocumentState("Д/1", "Приход", "ПриёмкаОбрабатывается") { Actions = ["ВыполнитеОбмен"], Error = Failure }],
                Protocol = [new ProtocolRecord("p1", "LK_RECEIPT", Now) { MessageId = "m1", Document = "Д/1", Stage = ExchangeStage.Parked, Payload = Secret, PayloadHash = "hash", Signed = true, Description = "Nobody knows.", Fact = new DocumentFact("Д/1", "Приход", "LK_RECEIPT", FactKind.Parked) { Error = Failure } }],
            },
            default);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [TestMethod]
    [DataRow("", "m1,m3")]
    [DataRow("?stage=all", "m1,m2,m3")]
    [DataRow("?stage=done,enqueued", "m2,m3")]
    [DataRow("?organisation=5001007322", "m3")]
    [DataRow("?stage=all&document=D-2", "m2")]
    [DataRow("?stage=all&limit=1", "m1")]
    [DataRow("?stage=all&after=m1&limit=1", "m2")]
    [DataRow("?stage=Reversed", "")]
    public async Task Messages_are_listed_as_asked_for(string query, string ids)
    {
        var (status, body, _) = await api.GetAsync($"{Znak}/messages{query}");

        status.Should().Be(200);
        string.Join(",", body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("id").GetString())).Should().Be(ids);
    }

    [TestMethod]
    [DataRow("/messages?stage=all")]
    [DataRow("/messages/m1")]
    [DataRow("/documents/%D0%94%2F1")]
    [DataRow("/documents/%D0%94%2F1/protocol")]
    public async Task Nothing_shows_a_content_a_signature_a_code_or_the_foreign_text_of_an_error(string path)
    {
        var (status, _, text) = await api.GetAsync($"{Znak}{path}");

        status.Should().Be(200);
        text.Should().NotContain("SECRETCODE").And.NotContain(Convert.ToBase64String(Secret)).And.NotContain("MEMO").And.NotContain("EXTRA").And.NotContain("FOREIGN").And.NotContain(Convert.ToBase64String([7, 7, 7, 7]));
    }

    [TestMethod]
    public async Task A_message_is_shown_with_its_hash_and_size_and_what_happened()
    {
        var (_, body, _) = await api.GetAsync($"{Znak}/messages/m1");

        var message = body.GetProperty("message");
        message.GetProperty("stage").GetString().Should().Be("Parked");
        message.GetProperty("contentHash").GetString().Should().Be(Convert.ToBase64String(SHA256.HashData(Secret)));
        message.GetProperty("contentSize").GetInt32().Should().Be(Secret.Length);
        message.GetProperty("signed").GetBoolean().Should().BeTrue();
        message.GetProperty("lastError").GetProperty("message").GetString().Should().Be("It was not found.");
        body.GetProperty("protocol").EnumerateArray().Should().ContainSingle().Which.GetProperty("description").GetString().Should().Be("Nobody knows.");
    }

    [TestMethod]
    public async Task A_document_is_found_also_with_a_slash_in_its_name()
    {
        var (status, body, _) = await api.GetAsync($"{Znak}/documents/%D0%94%2F1");

        status.Should().Be(200);
        body.GetProperty("status").GetString().Should().Be("ПриёмкаОбрабатывается");
        body.GetProperty("actions")[0].GetString().Should().Be("ВыполнитеОбмен");
    }

    [TestMethod]
    [DataRow("/api/v1/exchange/None/messages", 404)]
    [DataRow($"{Znak}/messages/none", 404)]
    [DataRow($"{Znak}/documents/none", 404)]
    [DataRow($"{Znak}/messages?stage=Gone", 400)]
    [DataRow($"{Znak}/messages?stage=3", 400)]
    [DataRow($"{Znak}/messages?limit=0", 400)]
    public async Task What_is_not_there_or_cannot_be_meant_is_told(string path, int status)
    {
        var (answered, body, _) = await api.GetAsync(path);

        answered.Should().Be(status);
        body.GetProperty("ok").GetBoolean().Should().BeFalse();
    }

    [TestMethod]
    [DataRow("GET", "/messages", "", 401)]
    [DataRow("GET", "/messages", "device", 403)]
    [DataRow("GET", "/documents/x/protocol", "device", 403)]
    [DataRow("POST", "/messages/m1/decide", "viewer", 403)]
    [DataRow("POST", "/documents/x/restore", "viewer", 403)]
    [DataRow("POST", "/messages/m1/decide", "", 401)]
    public async Task Only_keys_without_limits_look_and_only_administrators_change(string verb, string path, string key, int status)
    {
        var (answered, _, _) = verb == "GET" ? await api.GetAsync($"{Znak}{path}", key) : await api.PostAsync($"{Znak}{path}", "{\"decision\":\"Drop\"}", key);

        answered.Should().Be(status);
        api.Invoker.Calls.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_decision_is_carried_out_by_the_connector_itself()
    {
        api.Invoker.Answer = (_, _) => new(InvokeResult.Ok(new ConnectorRecord { { "stage", "Accepted" } }));

        var (status, body, _) = await api.PostAsync($"{Znak}/messages/m1/decide", "{\"decision\":\"arrived\",\"requestId\":\" R-1 \"}");

        status.Should().Be(200);
        body.GetProperty("value").GetProperty("stage").GetString().Should().Be("Accepted");
        var call = api.Invoker.Calls.Should().ContainSingle().Subject;
        (call.ConnectorId, call.MethodName).Should().Be(("Знак", "Decide"));
        call.Parameters.Select(argument => argument.Value).Should().Equal("m1", "Arrived", "R-1");
        (call.Caller.Origin, call.Caller.UserId).Should().Be((CallOrigin.Panel, "boss"));
    }

    [TestMethod]
    public async Task A_restored_status_comes_from_the_connector_itself()
    {
        api.Invoker.Answer = (_, _) => new(InvokeResult.Fail(new ConnectorError(ConnectorErrorCode.MethodNotFound, "This connector has no exchange.")));

        var (status, _, _) = await api.PostAsync($"{Znak}/documents/%D0%94%2F1/restore", null);

        status.Should().Be(404);
        var call = api.Invoker.Calls.Should().ContainSingle().Subject;
        call.MethodName.Should().Be("RestoreStatus");
        call.Parameters.Single().Value.Should().Be("Д/1");
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("{\"decision\":\"Maybe\"}")]
    [DataRow("{\"decision\":\"1\"}")]
    [DataRow("{\"decision\":1}")]
    [DataRow("{\"decision\":\"Arrived\"}")]
    [DataRow("{\"decision\":\"Arrived\",\"requestId\":\" \"}")]
    [DataRow("{\"decision\":\"Drop\",\"requestId\":5}")]
    [DataRow("{\"decision\":\"Drop\",\"why\":\"x\"}")]
    public async Task A_decision_that_cannot_be_meant_is_not_carried_out(string body)
    {
        var (status, _, _) = await api.PostAsync($"{Znak}/messages/m1/decide", body);

        status.Should().Be(400);
        api.Invoker.Calls.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Signers_are_listed_with_the_end_of_their_certificates_and_what_is_wrong()
    {
        api.Signers.States.Add(new SignerState("main", "command") { Inn = "7701234567", NotAfter = Now, EndsSoon = true });
        api.Signers.States.Add(new SignerState("bad", "remote") { Error = Failure });
        api.Signers.Found.Add(new ConnectorProblem("SIGNER_WRONG", "signers[1].address", "It is missing.", "Write it."));

        var (status, body, text) = await api.GetAsync("/api/v1/signers");

        status.Should().Be(200);
        body.GetProperty("signers").EnumerateArray().Select(signer => signer.GetProperty("name").GetString()).Should().Equal("main", "bad");
        body.GetProperty("signers")[0].GetProperty("endsSoon").GetBoolean().Should().BeTrue();
        body.GetProperty("problems")[0].GetProperty("field").GetString().Should().Be("signers[1].address");
        text.Should().NotContain("FOREIGN");
    }

    private static ConnectorError Failure => new(ConnectorErrorCode.Unavailable, "It was not found.") { Detail = "FOREIGN TEXT 0104600000000000215SECRETCODE" };

    private static ExchangeMessage Message(string id, ExchangeStage stage, string? document, string organisation = "7701234567") =>
        new(id, new OutgoingMessage(organisation, "LK_RECEIPT", Secret) { Document = document, DocumentKind = "Приход", NeedsSignature = true, Extra = new ConnectorRecord { { "token", "EXTRA" } } })
        {
            Stage = stage,
            Signature = [7, 7, 7, 7],
            Memo = "MEMO",
            LastError = Failure,
            CreatedAt = Now,
        };
}
