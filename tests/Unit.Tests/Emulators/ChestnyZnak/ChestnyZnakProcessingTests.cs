using System.Text.Json.Nodes;
using Emulators.ChestnyZnak;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakProcessingTests
{
    private const string Box = "00146000010000000011";

    [TestMethod]
    [DataRow("EMITTED")]
    [DataRow("APPLIED")]
    public async Task Applied_codes_come_into_circulation(string before)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var code = rig.System.Seed.Code(rig.Milk, status: before);

        await DecideAsync(rig, "LP_INTRODUCE_GOODS", Introduction(rig, code.Cis), "CHECKED_OK");
        var again = await DecideAsync(rig, "LP_INTRODUCE_GOODS", Introduction(rig, code.Cis), "CHECKED_NOT_OK");

        rig.System.World.Codes.Find(code.Cis)!.Status.Should().Be("INTRODUCED");
        ((string)again["commonErrors"]![0]!["errorMessage"]!).Should().Contain("INTRODUCED");
    }

    [TestMethod]
    public async Task A_pack_is_made_withdrawn_with_all_in_it_and_the_withdrawal_cancelled()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var codes = rig.System.Seed.Codes(rig.Milk, 2).Select(one => one.Cis).ToArray();
        IEnumerable<string> States() => [rig.System.World.Codes.Find(Box)!.Status, .. codes.Select(cis => rig.System.World.Codes.Find(cis)!.Status)];

        await DecideAsync(rig, "AGGREGATION_DOCUMENT", Packing(rig, codes), "CHECKED_OK");
        var withdrawal = await DecideAsync(rig, "LK_RECEIPT", ChestnyZnakDocumentTests.Withdrawal(rig, Box), "CHECKED_OK");
        var gone = States().ToList();
        await DecideAsync(rig, "LK_RECEIPT_CANCEL", new JsonObject { ["lk_receipt_id"] = withdrawal["number"]!.DeepClone() }, "CHECKED_OK");

        gone.Should().AllBe("RETIRED");
        States().Should().AllBe("INTRODUCED");
        rig.System.World.Documents.Find((string)withdrawal["number"]!)!.Status.Should().Be("CANCELLED");
    }

    [TestMethod]
    public async Task A_pack_is_changed_and_undone()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var codes = rig.System.Seed.Codes(rig.Milk, 3).Select(one => one.Cis).ToArray();
        JsonObject Change(string type, string cis) => new() { ["participant_inn"] = rig.Owner.Inn, ["reaggregation_type"] = type, ["uitu"] = Box, ["uit_uitu_list"] = new JsonArray(new JsonObject { ["uit_uitu"] = cis }) };

        await DecideAsync(rig, "AGGREGATION_DOCUMENT", Packing(rig, codes[..2]), "CHECKED_OK");
        await DecideAsync(rig, "AGGREGATION_DOCUMENT", Packing(rig, codes[..2]), "CHECKED_NOT_OK");
        await DecideAsync(rig, "REAGGREGATION_DOCUMENT", Change("ADDING", codes[2]), "CHECKED_OK");
        await DecideAsync(rig, "REAGGREGATION_DOCUMENT", Change("REMOVING", codes[0]), "CHECKED_OK");
        await DecideAsync(rig, "REAGGREGATION_DOCUMENT", Change("REMOVING", codes[0]), "CHECKED_NOT_OK");
        var inside = (await rig.TrueAsync("v3 POST cises/aggregated/list?pg=milk", $"[\"{Box}\"]")).Json[Box]!.AsObject().Select(one => one.Key).ToList();
        await DecideAsync(rig, "DISAGGREGATION_DOCUMENT", new JsonObject { ["participant_inn"] = rig.Owner.Inn, ["products_list"] = new JsonArray(new JsonObject { ["uitu"] = Box }) }, "CHECKED_OK");

        inside.Should().BeEquivalentTo(codes[1..]);
        codes.Select(cis => rig.System.World.Codes.Find(cis)!.Parent).Should().AllBeEquivalentTo((string?)null);
    }

    [TestMethod]
    [DataRow("RETAIL_RETURN", "CHECKED_NOT_OK", "RETIRED")]
    [DataRow("REMOTE_SALE_RETURN", "CHECKED_OK", "INTRODUCED")]
    public async Task A_return_must_fit_the_reason_of_the_withdrawal(string type, string verdict, string state)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var code = rig.System.Seed.Code(rig.Milk, status: "RETIRED", change: one => one with { WithdrawReason = "DISTANCE" });

        await DecideAsync(rig, "LP_RETURN", new JsonObject { ["trade_participant_inn"] = rig.Owner.Inn, ["return_type"] = type, ["products_list"] = new JsonArray(new JsonObject { ["ki"] = code.Cis }) }, verdict);

        rig.System.World.Codes.Find(code.Cis)!.Status.Should().Be(state);
    }

    [TestMethod]
    public async Task A_sale_at_retail_without_a_price_is_wrong()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var body = ChestnyZnakDocumentTests.Withdrawal(rig, rig.System.Seed.Code(rig.Milk).Cis);
        body["action"] = "RETAIL";

        await DecideAsync(rig, "LK_RECEIPT", body, "CHECKED_NOT_OK");
        body["products"]![0]!["product_cost"] = 9900;
        await DecideAsync(rig, "LK_RECEIPT", body, "CHECKED_OK");
    }

    [TestMethod]
    [DataRow("0104600001000113215x<K9z\u001d93zZ0=")]
    [DataRow("0104600001000113215x<K9z")]
    public async Task A_document_with_a_code_that_is_none_or_unknown_is_wrong(string text)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        await DecideAsync(rig, "LK_RECEIPT", ChestnyZnakDocumentTests.Withdrawal(rig, text), "CHECKED_NOT_OK");
    }

    [TestMethod]
    public async Task A_document_with_the_same_code_twice_is_wrong()
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var code = rig.System.Seed.Code(rig.Milk);

        await DecideAsync(rig, "LK_RECEIPT", ChestnyZnakDocumentTests.Withdrawal(rig, code.Cis, code.Cis), "CHECKED_NOT_OK");
    }

    [TestMethod]
    [DataRow("LK_KM_CANCELLATION", "EMITTED", """{"trade_participant_inn":"7707083893","cancellation_doc_date":"2020-01-01","cancellation_doc_number":"1","km_list":[{"uit":"CIS"}]}""", "WRITTEN_OFF", "EMPTY")]
    [DataRow("WRITE_OFF", "INTRODUCED", """{"participantId":"7707083893","dropoutReason":"DEFECT","sourceDocDate":"2020-01-01","sntins":["CIS"]}""", "RETIRED", "EMPTY")]
    [DataRow("LK_REMARK", "APPLIED", """{"participant_inn":"7707083893","remarking_date":"2020-01-01","remarking_cause":"KM_SPOILED","products":[{"new_uin":"CIS","tnved_10":"0401209101"}]}""", "INTRODUCED", "EMPTY")]
    [DataRow("CIS_NOTICE", "INTRODUCED", """{"participantInn":"7707083893","actionDate":"2020-01-01","action":"LOST_INVENTORY","codes":[{"code":"CIS"}]}""", "INTRODUCED", "LOST_INVENTORY")]
    [DataRow("CIS_INFORMATION_CHANGE", "INTRODUCED", """{"participantInn":"7707083893","codes":[{"code":["CIS"],"expirationDate":"2099-01-01"}]}""", "INTRODUCED", "EMPTY")]
    [DataRow("CONNECT_TAP", "INTRODUCED", """{"participantInn":"7707083893","codes":[{"cis":"CIS","connectDate":"2020-01-01"}]}""", "INTRODUCED", "CONNECT_TAP")]
    public async Task Every_type_leaves_its_codes_as_it_says(string type, string before, string body, string status, string special)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        var product = rig.System.Seed.Product(rig.Owner, group: type == "CONNECT_TAP" ? "beer" : "milk");
        var code = rig.System.Seed.Code(product, status: before);
        var named = JsonNode.Parse(body.Replace("CIS\"", $"{JsonValue.Create(code.Cis).ToJsonString()[1..^1]}\"", StringComparison.Ordinal))!.AsObject();

        await DecideAsync(rig, type, named, "CHECKED_OK", product.ProductGroup);

        var after = rig.System.World.Codes.Find(code.Cis)!;
        (after.Status, after.StatusEx).Should().Be((status, special));
    }

    [TestMethod]
    [DataRow(false, "CANCELLED")]
    [DataRow(true, "ACCEPTED")]
    public async Task Furs_are_shipped_and_accepted_or_called_back(bool accepted, string state)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();
        rig.System.World.Organisations.Put(rig.Owner with { ProductGroups = ["furs", "milk"] });
        rig.System.Seed.Organisation("7736050003", "furs");
        var code = rig.System.Seed.Code(rig.System.Seed.Product(rig.Owner, group: "furs"));
        var ship = new JsonObject { ["receiver_inn"] = "7736050003", ["transfer_date"] = "2020-01-01", ["document_num"] = "1", ["document_date"] = "2020-01-01", ["products"] = new JsonArray(new JsonObject { ["uit_code"] = code.Cis }) };
        var shipment = await DecideAsync(rig, "LP_SHIP_GOODS", ship, "WAIT_ACCEPTANCE", "furs");

        var number = (string)shipment["number"]!;
        rig.Token = accepted ? (string)(await rig.SignInAsync(inn: "7736050003")).Json["token"]! : rig.Token;

        await DecideAsync(rig, accepted ? "LP_ACCEPT_GOODS" : "LP_CANCEL_SHIPMENT", new JsonObject { ["participant_inn"] = rig.Owner.Inn, ["shipment_number"] = number, ["release_order_number"] = number }, accepted ? "ACCEPTED" : "CHECKED_OK", "furs");

        rig.System.World.Documents.Find(number)!.Status.Should().Be(state);
        rig.System.World.Codes.Find(code.Cis)!.OwnerInn.Should().Be(accepted ? "7736050003" : rig.Owner.Inn);
        rig.System.World.Codes.Find(code.Cis)!.StatusEx.Should().Be("EMPTY");
    }

    [TestMethod]
    [DataRow("LK_RECEIPT", "tobacco", 422)]
    [DataRow("LP_SHIP_GOODS", "milk", 422)]
    [DataRow("CONNECT_TAP", "milk", 422)]
    [DataRow("NOTHING", "milk", 400)]
    public async Task A_type_that_a_group_does_not_know_is_refused_at_once(string type, string group, int status)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        (await rig.TrueAsync($"v3 POST lk/documents/create?pg={group}", ChestnyZnakRig.Envelope(type, "{}"))).Status.Should().Be(status);
    }

    private static async Task<JsonNode> DecideAsync(ChestnyZnakRig rig, string type, JsonObject body, string status, string group = "milk")
    {
        var info = await rig.InfoAsync(await rig.CreateAsync(type, body, group), group);
        ((string)info["status"]!).Should().Be(status, info.ToJsonString());
        return info;
    }

    private static JsonObject Packing(ChestnyZnakRig rig, params string[] codes) => new()
    {
        ["participantId"] = rig.Owner.Inn,
        ["aggregationUnits"] = new JsonArray(new JsonObject { ["unitSerialNumber"] = Box, ["aggregationType"] = "AGGREGATION", ["sntins"] = new JsonArray([.. codes.Select(one => (JsonNode?)one)]) }),
    };

    private static JsonObject Introduction(ChestnyZnakRig rig, string cis) => new()
    {
        ["participant_inn"] = rig.Owner.Inn,
        ["producer_inn"] = rig.Owner.Inn,
        ["owner_inn"] = rig.Owner.Inn,
        ["production_date"] = "2020-01-01",
        ["production_type"] = "OWN_PRODUCTION",
        ["products"] = new JsonArray(new JsonObject { ["uit_code"] = cis, ["tnved_code"] = "0401209101" }),
    };
}
