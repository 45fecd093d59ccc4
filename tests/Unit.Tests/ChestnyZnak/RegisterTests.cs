using Cleverence.Connectivity;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak;

[TestClass]
public sealed class RegisterTests
{
    [TestMethod]
    public async Task Codes_are_told_in_the_order_they_were_asked_for_full_ones_too()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var codes = rig.System.Seed.Codes(rig.Milk, 3);

        var table = await rig.TableAsync("GetCodesInfo", ("codes", new List<object?> { codes[2].Cis, codes[0].Full, "0104600001000113215x<K9z", "xx" }));

        Column(table, "code").Should().Equal(codes[2].Cis, codes[0].Full, "0104600001000113215x<K9z", "xx");
        Column(table, "found").Should().Equal(true, true, false, false);
        Column(table, "errorCode").Should().Equal(new object?[] { null, null, "404", "NOT_A_CODE" });
        Column(table, "ownerInn").Take(2).Should().Equal(rig.Owner.Inn, rig.Owner.Inn);
    }

    [TestMethod]
    public async Task The_same_failure_of_all_codes_is_still_a_list()
    {
        await using var rig = await ConnectorRig.StartAsync();

        var table = await rig.TableAsync("GetCodesInfo", ("codes", "0104600001000113215x<K9z"));

        Column(table, "errorCode").Should().Equal("404");
        rig.System.Judge.SignIns("true-api").Should().Be(1);
    }

    [TestMethod]
    public async Task Codes_are_asked_for_a_thousand_at_a_time()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var codes = rig.System.Seed.Codes(rig.Milk, 1500);

        var table = await rig.TableAsync("GetShortCodesInfo", ("codes", codes.Select(code => (object?)code.Cis).ToList()));

        table.Rows.Should().HaveCount(1500);
        rig.System.Judge.Requests("true-api POST cises/short/list").Should().Be(2);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_pack_is_opened_down_to_the_units(bool leavesAsObjects)
    {
        await using var rig = await ConnectorRig.StartAsync(options: options => options.AggregateLeavesAsObjects = leavesAsObjects);
        var codes = rig.System.Seed.Codes(rig.Milk, 3);
        var box = rig.System.Seed.Pack("00146000010000000011", codes[0], codes[1]);
        rig.System.Seed.Pack("00146000010000000028", box, codes[2]);

        var result = await rig.RecordAsync("GetAggregate", ("code", "00146000010000000028"));

        var nodes = (ConnectorTable)result["nodes"]!;
        Column(nodes, "code").Should().BeEquivalentTo(new[] { "00146000010000000028", box.Cis, codes[0].Cis, codes[1].Cis, codes[2].Cis });
        (result["isPack"], result["isCut"]).Should().Be((true, false));
    }

    [TestMethod]
    public async Task A_pack_is_opened_in_the_group_that_the_register_tells()
    {
        await using var rig = await ConnectorRig.StartAsync(settings => settings.Organisations[0].ProductGroups.Add("water"));
        var codes = rig.System.Seed.Codes(rig.Milk, 2);
        var box = rig.System.Seed.Pack("00146000010000000011", codes[0], codes[1]);

        var result = await rig.RecordAsync("GetAggregate", ("code", box.Cis));

        result["isPack"].Should().Be(true);
    }

    [TestMethod]
    public async Task Packs_that_lie_in_each_other_end_the_search()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var codes = rig.System.Seed.Codes(rig.Milk, 1);
        var inner = rig.System.Seed.Pack("00146000010000000011", codes[0]);
        var outer = rig.System.Seed.Pack("00146000010000000028", inner);
        rig.System.World.Codes.Put(outer with { Parent = inner.Cis });

        var result = await rig.RecordAsync("GetAggregate", ("code", outer.Cis));

        result["isCut"].Should().Be(true);
        ((ConnectorTable)result["nodes"]!).Rows.Should().HaveCount(3);
    }

    [TestMethod]
    public async Task What_is_no_pack_stands_alone()
    {
        await using var rig = await ConnectorRig.StartAsync();

        (await rig.RecordAsync("GetAggregate", ("code", "00146000010000000011")))["isPack"].Should().Be(false);
    }

    [TestMethod]
    public async Task History_products_participants_stocks_and_money_are_told()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var code = rig.System.Seed.Codes(rig.Milk)[0];

        (await rig.TableAsync("GetPackHistory", ("code", code.Cis))).Rows.Should().ContainSingle();
        (await rig.TableAsync("GetHistory", ("code", code.Cis))).Should().NotBeNull();
        (await rig.TableAsync("GetProducts", ("gtins", rig.Milk.Gtin.TrimStart('0')))).Rows.Should().ContainSingle();
        (await rig.RecordAsync("OwnProducts", ("productGroup", "8")))["results"].Should().NotBeNull();
        (await rig.TableAsync("Participants", ("inns", rig.Owner.Inn))).Rows.Should().ContainSingle();
        (await rig.TableAsync("WarehouseBalance", ("gtins", rig.Milk.Gtin))).Rows.Should().ContainSingle();
        (await rig.TableAsync("MoneyBalance")).Rows.Should().NotBeEmpty();
    }

    [TestMethod]
    public async Task A_search_goes_on_behind_its_last_row()
    {
        await using var rig = await ConnectorRig.StartAsync();
        rig.System.Seed.Codes(rig.Milk, 5);
        var filter = new ConnectorRecord { { "productGroups", new List<object?> { "milk" } } };

        var first = await rig.RecordAsync("SearchCodes", ("filter", filter), ("limit", 3));
        var second = await rig.RecordAsync("SearchCodes", ("filter", filter), ("limit", 3), ("next", first["next"]));

        ((ConnectorTable)first["rows"]!).Rows.Should().HaveCount(3);
        ((ConnectorTable)second["rows"]!).Rows.Should().HaveCount(2);
    }

    [TestMethod]
    public async Task Full_codes_are_checked_and_the_bad_ones_are_named()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var code = rig.System.Seed.Codes(rig.Milk)[0];

        var good = await rig.RecordAsync("CheckCodes", ("codes", code.Full));

        (good["result"], good["quantity"]).Should().Be((true, 1L));
    }

    [TestMethod]
    public async Task An_export_is_ordered_waited_for_and_read_as_a_table()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var codes = rig.System.Seed.Codes(rig.Milk, 20);
        var task = await rig.RecordAsync("Exports.Create", ("name", "FILTERED_CIS_REPORT"), ("productGroup", "milk"), ("parameters", new ConnectorRecord { { "status", "INTRODUCED" } }));
        var state = await rig.RecordAsync("Exports.Get", ("id", task["id"]), ("productGroup", "milk"));

        await using var table = await rig.TableAsync("Exports.Download", ("id", task["id"]), ("productGroup", "milk"));
        var rows = await table.ReadAsync().ToListAsync();

        state["currentStatus"].Should().Be("COMPLETED");
        table.Columns.Select(column => column.Name).Should().Equal("cis", "gtin", "status", "ownerInn");
        rows.Select(row => row[0]).Should().BeEquivalentTo(codes.Select(code => code.Cis));
    }

    [TestMethod]
    public async Task An_eleventh_export_of_a_day_is_not_ordered()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.RecordAsync("Exports.Create", ("name", "A"), ("productGroup", "milk"));
        await rig.Records.WriteAsync([.. rig.Records.All.Where(change => change.Kind == "exports").Select(change => change with { Content = "10"u8.ToArray(), ExpectedVersion = null })], default);

        var eleventh = async () => await rig.RecordAsync("Exports.Create", ("name", "A"), ("productGroup", "milk"));

        (await eleventh.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("LIMIT_EXCEEDED");
    }

    [TestMethod]
    [DataRow("a,b\r\n1,2\r\n", "a|b;1|2")]
    [DataRow("\"a,\"\"x\",\"b\r\nc\"\n1,", "a,\"x|b\r\nc;1|")]
    [DataRow("a", "a")]
    public void Comma_separated_text_is_read_by_its_rules(string text, string lines)
    {
        var reader = new CsvReader(new StringReader(text));

        string.Join(';', Enumerable.Range(0, 10).Select(_ => reader.Next()).TakeWhile(line => line is not null).Select(line => string.Join('|', line!))).Should().Be(lines);
    }

    [TestMethod]
    public async Task Codes_are_parsed_without_the_network()
    {
        await using var rig = await ConnectorRig.StartAsync();
        await rig.System.RefuseConnectionsAsync();

        var parsed = await rig.RecordAsync("РазобратьКод", ("text", "0104600001000106215Ab!cD/eF+2gH\u001d93Ab1+"));
        var cis = await rig.CallAsync("ToCis", ("text", "]d20104600001000106215Ab!cD/eF+2gH\u001d93Ab1+\r\n"));
        var wrong = async () => await rig.CallAsync("ToCis", ("text", "0104600001000107215Ab!cD/eF+2gH\u001d93Ab1+"));

        (parsed["gtin"], parsed["isFull"], cis).Should().Be(("04600001000106", true, "0104600001000106215Ab!cD/eF+2gH"));
        (await wrong.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("MARKING_BAD_CHECK_DIGIT");
        await rig.System.ListenAgainAsync();
    }

    [TestMethod]
    public async Task A_transfer_document_is_checked_before_it_is_shipped()
    {
        await using var rig = await ConnectorRig.StartAsync();

        var result = await rig.RecordAsync("ValidateUpd", ("content", "<Файл ИдФайл=\"ON_1\"></Файл>"));

        result["finished"].Should().Be(true);
    }

    private static IEnumerable<object?> Column(ConnectorTable table, string name)
    {
        var at = table.Columns.ToList().FindIndex(column => column.Name == name);
        return table.Rows.Select(row => row[at]);
    }
}
