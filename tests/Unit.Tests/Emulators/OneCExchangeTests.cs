using Emulators.OneC;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class OneCExchangeTests
{
    private const string Root = "hs/exchange_dsl_1_0_0_1/1/", Session = "11111111-0000-4000-8000-000000000001", Node = "ExchangePlanName=Терминалы&NodeCode=001";

    [TestMethod]
    public async Task A_file_goes_in_by_parts_a_part_may_come_twice_and_out_again()
    {
        await using var rig = await OneCRig.StartAsync();
        foreach (var (part, text) in new[] { (1, "PKab"), (2, "cdef"), (2, "cdEF") })
        {
            (await rig.SendAsync("POST", $"{Root}PutFilePart?SessionID={Session}&PartNumber={part}", text, "application/octet-stream")).Status.Should().Be(200);
        }

        var file = (string)(await rig.SendAsync("POST", $"{Root}SaveFileFromParts?SessionID={Session}&PartCount=2", "")).Json["FileID"]!;
        var prepared = (await rig.SendAsync("POST", $"{Root}PrepareGetFile?FileID={file}&BlockSize=0", "")).Json;
        var transfer = (string)prepared["SessionID"]!;
        var part1 = await rig.SendAsync("GET", $"{Root}GetFilePart?SessionID={transfer}&PartNumber=1");
        var released = await rig.SendAsync("DELETE", $"{Root}ReleaseFile?SessionID={transfer}", "");
        var gone = await rig.SendAsync("GET", $"{Root}GetFilePart?SessionID={transfer}&PartNumber=1");

        ((int)prepared["PartCount"]!, part1.Text, released.Status, gone.Status).Should().Be((1, "PKabcdEF", 200, 400));
        (rig.Base.Files.PartsReceived, rig.Base.Files.Released, rig.Base.Files.Open).Should().Be((3, 1, 0));
    }

    [TestMethod]
    public async Task Blocks_are_counted_in_kilobytes()
    {
        await using var rig = await OneCRig.StartAsync();
        var file = rig.Base.Files.Add(new byte[2049]);

        var prepared = (await rig.SendAsync("POST", $"{Root}PrepareGetFile?FileID={file}&BlockSize=1", "")).Json;
        var last = await rig.SendAsync("GET", $"{Root}GetFilePart?SessionID={prepared["SessionID"]}&PartNumber=3");

        ((int)prepared["PartCount"]!, last.Bytes.Length).Should().Be((3, 1));
    }

    [TestMethod]
    [DataRow("POST", "PutFilePart?SessionID=" + Session + "&PartNumber=0")]
    [DataRow("POST", "PutFilePart?SessionID=нет&PartNumber=1")]
    [DataRow("POST", "PutFilePart?PartNumber=1")]
    [DataRow("POST", "SaveFileFromParts?SessionID=" + Session + "&PartCount=1")]
    [DataRow("POST", "DownloadData?" + Node + "&FileID=нет&TimeConsumingOperationAllowed=true")]
    [DataRow("POST", "UploadData?ExchangePlanName=Другой&NodeCode=001&TimeConsumingOperationAllowed=true")]
    [DataRow("POST", "PrepareGetFile?FileID=нет&BlockSize=1")]
    [DataRow("GET", "GetFilePart?SessionID=" + Session + "&PartNumber=1")]
    [DataRow("GET", "GetIBParameters?NodeCode=001&IsXDTOExchangePlan=true")]
    [DataRow("POST", "CreateExchangeNode")]
    public async Task An_error_is_a_message_with_400(string verb, string path)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.SendAsync(verb, Root + path, verb == "POST" ? "" : null);

        (answer.Status, answer.Json.AsObject().Single().Key).Should().Be((400, "Message"));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Data_are_unloaded_at_once_or_as_a_long_operation(bool allowed)
    {
        await using var rig = await OneCRig.StartAsync();

        var started = (await rig.SendAsync("POST", $"{Root}UploadData?{Node}&TimeConsumingOperationAllowed={(allowed ? "true" : "false")}", "")).Json;
        var states = new[] { await State(rig, started), await State(rig, started) };

        ((bool?)started["TimeConsumingOperation"]).Should().Be(allowed);
        rig.Base.Files.Whole((string)started["FileID"]!).Should().StartWith("PK"u8.ToArray());
        states.Should().Equal(allowed ? ["Active", "Completed"] : ["400", "400"]);
    }

    [TestMethod]
    public async Task Version_and_parameters_are_read_and_nodes_made_and_removed()
    {
        await using var rig = await OneCRig.StartAsync();

        (await rig.SendAsync("GET", "hs/exchange_dsl_1_0_0_1/version")).Text.Should().Be("1");
        ((bool?)(await rig.SendAsync("GET", $"{Root}GetIBParameters?{Node}&IsXDTOExchangePlan=true")).Json["NodeExists"]).Should().BeTrue();
        (await rig.SendAsync("POST", $"{Root}CreateExchangeNode", "{}")).Status.Should().Be(200);
        (await rig.SendAsync("DELETE", $"{Root}RemoveExchangeNode?{Node}", "")).Status.Should().Be(200);
        (await rig.SendAsync("GET", $"{Root}RemoveExchangeNode?{Node}")).Status.Should().Be(405);
        rig.Base.Effects.All.Should().Equal("CreateExchangeNode", "RemoveExchangeNode");
    }

    private static async Task<string> State(OneCRig rig, System.Text.Json.Nodes.JsonNode started)
    {
        var answer = await rig.SendAsync("GET", $"{Root}GetContinuousOperationStatus?OperationID={started["OperationID"]}");
        return answer.Status == 200 ? (string)answer.Json["ActionState"]! : $"{answer.Status}";
    }
}
