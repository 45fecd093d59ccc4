using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Egais;

namespace Unit.Tests.Egais.Marks;

[TestClass]
public class MarkMethodsTests
{
    private readonly ScanRig rig = new();
    private readonly UtmOfMarks utm = new() { Service = (_, _, _) => new("""{"owner":true}""") };

    [TestInitialize]
    public Task Save() => rig.SaveAsync();

    [TestMethod]
    public async Task Text_is_taken_apart()
    {
        var record = await RecordAsync("Parse", new InvokeArg("text", MadeMarks.New()));

        record["kind"].Should().Be("Mark150");
        record["display"].Should().Be("136-20000012345");
        record["ErrorCode"].Should().BeNull();
    }

    [TestMethod]
    [DataRow("22Н", "WrongLayout", "22Y")]
    [DataRow("22N", "BadFormat", null)]
    public async Task Text_that_is_no_code_says_why(string text, string code, string? suggestion)
    {
        var record = await RecordAsync("РазобратьКод", new InvokeArg("", text));

        record["errorCode"].Should().Be(code);
        record["errorText"].Should().Be(record["textRu"]).And.NotBe("");
        record["suggestion"].Should().Be(suggestion);
    }

    [TestMethod]
    public async Task Symbology_is_taken_by_name() => (await RecordAsync("Parse", new InvokeArg("text", MadeMarks.Old()), new InvokeArg("symbology", "DataMatrix")))["errorCode"].Should().Be("BadFormat");

    [TestMethod]
    public async Task Found_mark_tells_its_position_and_box()
    {
        var record = await RecordAsync("НайтиВНакладной", new InvokeArg("Документ", ScanRig.Document), new InvokeArg("Код", MadeMarks.Numbered(1)));

        record["outcome"].Should().Be("FoundInBox");
        record["box"].Should().Be(MadeMarks.Box);
        record["alreadyScanned"].Should().Be(false);
        ((ConnectorRecord)record["position"]!)["identity"].Should().Be("1");
    }

    [TestMethod]
    public async Task Scan_takes_and_tells_who_took_it_before()
    {
        (await RecordAsync("Scan", Code(MadeMarks.Box)))["taken"].Should().Be(5L);

        var again = await RecordAsync("Scan", Code(MadeMarks.Numbered(2)));

        again["taken"].Should().Be(0L);
        again["outcome"].Should().Be("AlreadyScanned");
        ((ConnectorRecord)again["scanned"]!)["device"].Should().Be("tsd-1");
    }

    [TestMethod]
    public async Task Mark_that_the_waybill_does_not_have_is_put_aside()
    {
        var record = await RecordAsync("Scan", Code(MadeMarks.Numbered(99)));

        record["errorCode"].Should().Be("NotInDocument");
        record["errorText"].Should().Be("Этой марки нет в накладной: принять её нельзя. Отложите бутылку.");
    }

    [TestMethod]
    public async Task Undo_gives_back()
    {
        await RecordAsync("Scan", Code(MadeMarks.Box));

        (await RecordAsync("Undo", Code(MadeMarks.Numbered(2))))["undone"].Should().Be(1L);

        (await RecordAsync("Progress", new InvokeArg("document", ScanRig.Document)))["scanned"].Should().Be(4L);
    }

    [TestMethod]
    public async Task Progress_is_told_by_position()
    {
        await RecordAsync("Scan", Code(MadeMarks.Pallet));
        await RecordAsync("Scan", Code(MadeMarks.Numbered(11)));

        var record = await RecordAsync("Progress", new InvokeArg("document", ScanRig.Document));

        record["complete"].Should().Be(true);
        ((IReadOnlyList<object?>)record["positions"]!).Cast<ConnectorRecord>().Select(position => position["total"]).Should().Equal(10L, 1L, 0L);
    }

    [TestMethod]
    public async Task Progress_is_a_sentence_for_the_screen_and_one_for_each_position()
    {
        await RecordAsync("Scan", Code(MadeMarks.Pallet));

        var record = await RecordAsync("Progress", new InvokeArg("document", ScanRig.Document));

        record["textRu"].Should().Be("Принято марок: 10 из 11, осталось 1.");
        ((IReadOnlyList<object?>)record["positions"]!).Cast<ConnectorRecord>().Select(position => (string)position["textRu"]!).Should().SatisfyRespectively(
            first => first.Should().EndWith(": 10 из 10"), second => second.Should().EndWith(": 0 из 1"), third => third.Should().EndWith(" без марок"));
    }

    [TestMethod]
    public async Task Complete_acceptance_says_so()
    {
        await RecordAsync("Scan", Code(MadeMarks.Pallet));
        await RecordAsync("Scan", Code(MadeMarks.Numbered(11)));

        (await RecordAsync("Progress", new InvokeArg("document", ScanRig.Document)))["textRu"].Should().Be("Приняты все марки: 11.");
        (await RecordAsync("Differences", new InvokeArg("document", ScanRig.Document)))["textRu"].Should().Be("Всё на месте: подтвердите получение.");
    }

    [TestMethod]
    public async Task Mark_named_twice_is_a_warning_of_the_progress()
    {
        await rig.SaveAsync(MadeMarks.Waybill(MadeMarks.Position("1", 2, new MarkBox(null, [MadeMarks.Numbered(1), MadeMarks.Numbered(1)]))));

        var record = await RecordAsync("Progress", new InvokeArg("document", ScanRig.Document));

        ((IReadOnlyList<object?>)record["warnings"]!).Single().Should().BeOfType<string>().Which.Should().StartWith("MARK_DUPLICATE");
    }

    [TestMethod]
    public async Task Differences_come_as_PrepareForTransfer_takes_them()
    {
        await RecordAsync("Scan", Code(MadeMarks.Pallet));

        var record = await RecordAsync("Differences", new InvokeArg("document", ScanRig.Document), new InvokeArg("counted", new ConnectorRecord { ["3"] = 20L }));

        record["nextAction"].Should().Be("ConfirmReceiptDifferences");
        record["textRu"].Should().Be("Не принято: 1. Будет отправлен акт расхождений.");
        var difference = (ConnectorRecord)((IReadOnlyList<object?>)record["differences"]!).Single()!;
        difference["positionIdentity"].Should().Be("2");
        difference["realQuantity"].Should().Be(0m);
        ((IReadOnlyList<object?>)difference["rejectedMarks"]!).Should().Equal(MadeMarks.Numbered(11));
    }

    [TestMethod]
    public async Task Count_that_is_no_number_is_refused()
    {
        var result = await InvokeAsync("Differences", new InvokeArg("document", ScanRig.Document), new InvokeArg("counted", new ConnectorRecord { ["3"] = "many" }));

        result.Error!.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        result.Error.Offenders.Should().Equal("counted.3: is not a number");
    }

    [TestMethod]
    public async Task Check_asks_about_marks_only()
    {
        var record = await RecordAsync("Check", new InvokeArg("codes", new List<object?> { MadeMarks.New(), "4600000123455" }));

        ((IReadOnlyList<object?>)record["marks"]!).Cast<ConnectorRecord>().Select(mark => mark["verdict"]).Should().Equal("OnMyBalance", "Unknown");
        utm.Asked.Should().Equal(MadeMarks.New());
    }

    [TestMethod]
    public async Task Check_of_nothing_is_refused() => (await InvokeAsync("Check", new InvokeArg("codes", ""))).Error!.Offenders.Should().Equal("codes: missing");

    private static InvokeArg[] Code(string code) => [new("document", ScanRig.Document), new("code", code)];

    private async Task<ConnectorRecord> RecordAsync(string method, params InvokeArg[] args)
    {
        var result = await InvokeAsync(method, args);
        result.Error.Should().BeNull();
        return (ConnectorRecord)result.Value!;
    }

    private async Task<InvokeResult> InvokeAsync(string method, params InvokeArg[] args)
    {
        var checks = new MarkChecks(utm, new MarkCheckRules { Service = true }, _ => new EgaisOrganisation("030000123456", "127.0.0.1", 8080), rig.Time);
        try
        {
            return await new MarkMethods(rig.Scans, checks).InvokeAsync(new InvokeArgs("egais", "EgaisMarks", method, args) { Caller = new InvokeCaller(CallOrigin.Device) { UserId = "anna", DeviceId = "tsd-1" } }, default);
        }
        catch (ConnectorException failure)
        {
            return InvokeResult.Fail(failure.Error);
        }
    }
}
