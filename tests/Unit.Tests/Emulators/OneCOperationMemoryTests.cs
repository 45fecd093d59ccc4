using System.IO.Compression;
using System.Text.Json.Nodes;
using Emulators.OneC;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class OneCOperationMemoryTests
{
    private const string Id = "3f0b0f0e-6a53-4b36-9a0e-0f7b1f7f0001";

    [TestMethod]
    public async Task One_operation_id_has_one_effect_and_one_answer()
    {
        await using var rig = await OneCRig.StartAsync();

        var first = await rig.CallAsync("СоздатьДокумент", headers: (ConnProtocol.OperationIdHeader, Id));
        var second = await rig.CallAsync("создатьдокумент", headers: (ConnProtocol.OperationIdHeader, Id));

        second.Text.Should().Be(first.Text);
        second.Response.Headers.GetValues(ConnProtocol.ReplayedHeader).Should().Equal("true");
        first.Response.Headers.Contains(ConnProtocol.ReplayedHeader).Should().BeFalse();
        rig.Base.Effects.Count.Should().Be(1);
    }

    [TestMethod]
    public async Task Calls_at_once_with_one_operation_id_have_one_effect()
    {
        await using var rig = await OneCRig.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => rig.CallAsync("СоздатьДокумент", "{}", (ConnProtocol.OperationIdHeader, Id))));

        answers.Select(answer => answer.Text).Distinct().Should().ContainSingle();
        rig.Base.Effects.Count.Should().Be(1);
    }

    [TestMethod]
    public async Task A_refused_operation_leaves_no_memory()
    {
        await using var rig = await OneCRig.StartAsync();

        var refused = await rig.CallAsync("ПровестиДокумент", """{"Номер": "ЗАПРЕТ-1"}""", (ConnProtocol.OperationIdHeader, Id));
        var other = await rig.CallAsync("ПровестиДокумент", """{"Номер": "1"}""", (ConnProtocol.OperationIdHeader, Id));
        var reused = await rig.CallAsync("ПровестиДокумент", """{"Номер": "2"}""", (ConnProtocol.OperationIdHeader, Id));

        (refused.Status, refused.Code, other.Status, reused.Status, reused.Code).Should().Be((422, "PERIOD_CLOSED", 200, 409, "OPERATION_ID_REUSED"));
        rig.Base.Effects.All.Should().Equal("Проведен 1");
    }

    [TestMethod]
    public async Task A_repeat_is_known_after_the_document_of_its_caller_has_changed()
    {
        await using var rig = await OneCRig.StartAsync();

        await rig.SendAsync("POST", "hs/conn/v1/call/СоздатьДокумент", """{"args": {}, "context": {"document": {"строк": 1}}}""", headers: (ConnProtocol.OperationIdHeader, Id));
        var second = await rig.SendAsync("POST", "hs/conn/v1/call/СоздатьДокумент", """{"args": {}, "context": {"document": {"строк": 2}}}""", headers: (ConnProtocol.OperationIdHeader, Id));

        second.Status.Should().Be(200);
        rig.Base.Effects.Count.Should().Be(1);
    }

    [TestMethod]
    public async Task A_stored_answer_is_not_given_to_another_user()
    {
        await using var rig = await OneCRig.StartAsync();
        await rig.CallAsync("СоздатьДокумент", "{}", (ConnProtocol.OperationIdHeader, Id));

        var other = await rig.SendAsync("POST", "hs/conn/v1/call/СоздатьДокумент", """{"args": {}}""", user: "Кладовщик Петров:пароль 1", headers: (ConnProtocol.OperationIdHeader, Id));

        (other.Status, other.Code).Should().Be((409, "OPERATION_ID_REUSED"));
    }

    [TestMethod]
    public async Task A_repeat_that_sends_its_file_anew_is_the_same_call()
    {
        await using var rig = await OneCRig.StartAsync();
        var answers = new List<OneCRig.Answer>();

        for (var repeat = 0; repeat < 2; repeat++)
        {
            var file = rig.Base.Files.Add(SampleZip("call.json", """{"args": {}}"""));
            answers.Add(await rig.SendAsync("POST", "hs/conn/v1/call/СоздатьДокумент", new JsonObject { ["file"] = file }.ToJsonString(), headers: (ConnProtocol.OperationIdHeader, Id)));
        }

        answers[1].Text.Should().Be(answers[0].Text);
        rig.Base.Effects.Count.Should().Be(1);
    }

    [TestMethod]
    public async Task A_call_too_long_for_a_body_goes_as_a_file_in_parts()
    {
        await using var rig = await OneCRig.StartAsync();
        var big = "{\"args\": {\"Текст\": \"" + new string('a', ConnProtocol.MaxBodyBytes) + "\"}}";
        var file = rig.Base.Files.Add(SampleZip("call.json", """{"args": {"Текст": "из файла"}}"""));

        var refused = await rig.SendAsync("POST", "hs/conn/v1/call/Эхо", big);
        var taken = await rig.SendAsync("POST", "hs/conn/v1/call/Эхо", new JsonObject { ["file"] = file }.ToJsonString());

        (refused.Status, (string?)taken.Json["result"]!["Текст"]).Should().Be((413, "из файла"));
    }

    private static byte[] SampleZip(string name, string text)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }

        return stream.ToArray();
    }
}
