using System.Net.Sockets;
using System.Text;
using Emulators.OneC;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class OneCWebServerTests
{
    [TestMethod]
    [DataRow("Пользователь:secret", 200)]
    [DataRow("Кладовщик Петров:пароль 1", 200)]
    [DataRow("Пользователь:Secret", 401)]
    [DataRow("пользователь:secret", 401)]
    [DataRow("Никто:secret", 401)]
    [DataRow("", 401)]
    [DataRow("Без прав:secret", 403)]
    public async Task Users_sign_in_with_the_names_of_the_base(string user, int status)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.SendAsync("GET", "hs/conn/version", user: user);

        answer.Status.Should().Be(status);
        answer.Type.Should().Be(status == 200 ? "text/plain" : "text/html");
    }

    [TestMethod]
    public async Task Names_in_another_encoding_than_utf8_are_turned_away()
    {
        await using var rig = await OneCRig.StartAsync();
        var windows1251 = Convert.ToBase64String([0xCF, 0xEE, 0xEB, (byte)':', (byte)'s']);

        var answer = await rig.SendAsync("GET", "hs/conn/version", user: "", headers: ("Authorization", $"Basic {windows1251}"));

        answer.Status.Should().Be(401);
        answer.Response.Headers.WwwAuthenticate.ToString().Should().StartWith("Basic");
    }

    [TestMethod]
    [DataRow("Authorization", "Bearer token-1", "hs/conn/version", 200)]
    [DataRow("Authorization", "Bearer token-2", "hs/conn/version", 401)]
    [DataRow("X-Nothing", "1", "hs/conn/version?AccessToken=token-1", 200)]
    [DataRow("X-Nothing", "1", "hs/conn/version?accesstoken=token-1", 401)]
    public async Task Tokens_come_in_the_header_or_the_query(string header, string value, string path, int status)
    {
        await using var rig = await OneCRig.StartAsync();
        rig.Base.Options.Tokens["token-1"] = "Пользователь";

        (await rig.SendAsync("GET", path, user: "", headers: (header, value))).Status.Should().Be(status);
    }

    [TestMethod]
    [DataRow("hs/conn/version", 200)]
    [DataRow("hs/Conn/version", 404)]
    [DataRow("hs/conn/Version", 404)]
    [DataRow("hs/conn/version/", 404)]
    [DataRow("HS/conn/version", 404)]
    [DataRow("hs/other/version", 404)]
    [DataRow("ws/Nothing", 404)]
    [DataRow("e1cib", 404)]
    [DataRow("hs/conn/v1/%CF%EE", 400)]
    [DataRow("hs/conn/v1/call/%25D0%25AD%25D1%2585%25D0%25BE", 400)]
    public async Task Paths_are_compared_with_case(string path, int status)
    {
        await using var rig = await OneCRig.StartAsync();

        (await rig.SendAsync("GET", path)).Status.Should().Be(status);
    }

    [TestMethod]
    [DataRow("POST", "hs/conn/v1/call/X", 411)]
    [DataRow("PUT", "odata/standard.odata/Constant_ВалютаУчета(guid'00000000-0000-0000-0000-000000000000')", 411)]
    [DataRow("DELETE", "hs/conn/v1/operations/1", 411)]
    public async Task A_verb_with_effects_needs_a_length(string verb, string path, int status)
    {
        await using var rig = await OneCRig.StartAsync();
        using var socket = new TcpClient("127.0.0.1", rig.Base.Address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{verb} /trade/{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));

        using var reader = new StreamReader(socket.GetStream());
        (await reader.ReadLineAsync()).Should().Be($"HTTP/1.1 {status} Length Required");
    }

    [TestMethod]
    [DataRow(FaultKind.Html200, 200, "text/html")]
    [DataRow(FaultKind.LoginPage, 200, "text/html")]
    [DataRow(FaultKind.Unauthorized, 401, "text/html")]
    [DataRow(FaultKind.Forbidden, 403, "text/html")]
    [DataRow(FaultKind.NotFound, 404, "text/html")]
    [DataRow(FaultKind.MethodNotAllowed, 405, "text/html")]
    [DataRow(FaultKind.NoSession, 406, "application/xml")]
    [DataRow(FaultKind.SessionLost, 400, "application/xml")]
    [DataRow(FaultKind.ScriptError, 500, "text/plain")]
    [DataRow(FaultKind.EmptyError, 500, "")]
    [DataRow(FaultKind.HtmlError, 500, "text/html")]
    [DataRow(FaultKind.BadGateway, 502, "text/html")]
    [DataRow(FaultKind.Blocked, 503, "application/xml")]
    [DataRow(FaultKind.GatewayTimeout, 504, "text/html")]
    [DataRow(FaultKind.NoLicence, 500, "text/plain")]
    [DataRow(FaultKind.ODataRefusal, 500, "application/json")]
    public async Task A_fault_stands_in_the_way_once_and_then_the_base_answers(FaultKind kind, int status, string type)
    {
        await using var rig = await OneCRig.StartAsync();
        rig.Base.Faults.Add(kind, pathContains: "version");

        var faulty = await rig.SendAsync("GET", "hs/conn/version");
        var healthy = await rig.SendAsync("GET", "hs/conn/version");

        (faulty.Status, faulty.Type).Should().Be((status, type));
        (healthy.Status, healthy.Text).Should().Be((200, "1"));
    }

    [TestMethod]
    [DataRow(FaultKind.BreakBefore, 0)]
    [DataRow(FaultKind.BreakAfter, 1)]
    public async Task A_broken_connection_may_hide_an_effect(FaultKind kind, int effects)
    {
        await using var rig = await OneCRig.StartAsync();
        rig.Base.Faults.Add(kind, pathContains: "v1/call");

        var call = () => rig.CallAsync("СоздатьДокумент");

        await call.Should().ThrowAsync<HttpRequestException>();
        rig.Base.Effects.Count.Should().Be(effects);
    }

    [TestMethod]
    public async Task A_person_switches_faults_over_http()
    {
        await using var rig = await OneCRig.StartAsync();

        (await rig.SendAsync("POST", "_emulator/faults?kind=Blocked&times=2", "")).Status.Should().Be(200);

        (await rig.SendAsync("GET", "hs/conn/version")).Status.Should().Be(503);
    }
}
