namespace Unit.Tests.Emulators;

[TestClass]
public sealed class ChestnyZnakNonsenseTests
{
    private static readonly string[] TrueCalls =
    [
        "v3 POST auth/simpleSignIn", "v3 POST auth/simpleSignIn/1", "v3 POST auth/permissive-access", "v3 POST cises/info", "v3 POST cises/short/list", "v3 POST cises/history", "v3 POST cises/history/list",
        "v3 POST cises/aggregated/list?pg=milk", "v3 POST cises/check", "v3 POST cises/gz/info", "v3 POST cises/eaes/info?country=112", "v4 POST cises/search", "v4 POST product/info", "v3 POST warehouse/balance",
        "v3 POST warehouse/operations", "v3 POST lk/documents/create?pg=milk", "v3 POST document/reprocess?pg=milk", "v3 POST doc/validator/create", "v3 POST doc/validator/status", "v3 POST receipt/search", "v3 POST dispenser/tasks",
    ];

    private static readonly string[] SuzCalls = ["v3 POST order", "v3 POST order/close", "v3 POST utilisation", "v3 POST aggregation", "v3 POST dropout", "v3 POST surplus", "v3 POST receipts/receipt/search", "v3 POST documents/sign"];

    public static IEnumerable<object[]> Bodies =>
    [
        ["null"], ["1"], ["\"text\""], ["[null]"], ["[1]"], ["[[]]"], ["{}"],
        ["""{"uuid":{},"data":[],"codes":{},"cis":[],"gtins":[1],"filter":[],"pagination":1,"documentId":{},"id":[],"params":1,"productGroup":[],"products":{},"orderId":1,"docId":{}}"""],
        ["""{"uuid":"1","data":"1","codes":[null],"cis":"1","gtins":["1"],"filter":{"productGroups":["milk"],"states":[null]},"pagination":{"perPage":"x"},"documentId":"1","id":"1","productGroup":"milk","products":[1],"sntins":[1],"participantId":"1","aggregationUnits":[1],"dropoutReason":"1","orderId":"1","docId":"1","attributes":1}"""],
        ["""{"productGroup":"milk","products":[{"gtin":"04600000000015","quantity":1e9,"templateId":"x","serialNumberType":"SELF_MADE","serialNumbers":[1]}],"attributes":{"releaseMethodType":{}},"sntins":["x"],"dateFrom":"x","dateTo":"y","document_format":"MANUAL","type":"LK_RECEIPT","product_document":"e30=","signature":"e30="}"""],
    ];

    [TestMethod]
    [DynamicData(nameof(Bodies))]
    public async Task Nonsense_is_refused_and_breaks_nothing(string body)
    {
        await using var rig = await ChestnyZnakRig.StartAsync();

        var answers = await Task.WhenAll([.. TrueCalls.Select(call => rig.TrueAsync(call, body)), .. SuzCalls.Select(call => rig.SignedSuzAsync(call, body))]);
        var documents = await Task.WhenAll(DocumentTypes.Select(type => rig.TrueAsync($"v3 POST lk/documents/create?pg={(type == "CONNECT_TAP" ? "beer" : "milk")}", ChestnyZnakRig.Envelope(type, body))));
        var after = await rig.TrueAsync("v4 GET doc/list?pg=milk");

        answers.Concat(documents).Should().AllSatisfy(one => one.Status.Should().BeLessThan(500, one.Text));
        after.Status.Should().Be(200, after.Text);
        rig.System.World.Reports.All.Should().NotContain(one => one.Status == "SUCCESS" && one.Kind != "surplus");
        rig.System.World.Documents.All.Should().NotContain(one => one.Status == "CHECKED_OK");
    }

    private static IEnumerable<string> DocumentTypes =>
    [
        "AGGREGATION_DOCUMENT", "REAGGREGATION_DOCUMENT", "DISAGGREGATION_DOCUMENT", "LP_INTRODUCE_GOODS", "LK_RECEIPT", "LK_RECEIPT_CANCEL", "LP_RETURN", "LK_KM_CANCELLATION", "WRITE_OFF", "LK_REMARK",
        "CIS_INFORMATION_CHANGE", "CIS_NOTICE", "CONNECT_TAP",
    ];
}
