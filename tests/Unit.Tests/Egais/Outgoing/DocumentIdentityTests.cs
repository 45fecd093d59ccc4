using Connectors.Egais;
using Unit.Tests.Egais.Outgoing.Support;

namespace Unit.Tests.Egais.Outgoing;

[TestClass]
public sealed class DocumentIdentityTests
{
    private const string Id = "7d2c1f64-6a0e-4b57-9a53-0f4c6f7f2a11";

    [TestMethod]
    [DataRow(nameof(EgaisOperation.WayBill), "wbl")]
    [DataRow(nameof(EgaisOperation.ActDifferences), "awb")]
    [DataRow(nameof(EgaisOperation.DifferencesRefuse), "cnf")]
    [DataRow(nameof(EgaisOperation.RepealConfirmWayBill), "cnf")]
    [DataRow(nameof(EgaisOperation.ChargeOnRegister2), "chg")]
    [DataRow(nameof(EgaisOperation.WriteOffRegister1), "wro")]
    [DataRow(nameof(EgaisOperation.TransferFromShop), "trf")]
    [DataRow(nameof(EgaisOperation.ChargeOnRegister3), "fix")]
    [DataRow(nameof(EgaisOperation.WriteOffRegister3), "fix")]
    public void Identity_is_the_prefix_and_the_document(string operation, string prefix) => DocumentIdentity.Of(Enum.Parse<EgaisOperation>(operation), Card()).Should().Be($"{prefix}-{Id}");

    [TestMethod]
    [DataRow(nameof(EgaisOperation.RepealRequestWayBill))]
    [DataRow(nameof(EgaisOperation.RepealRequestChargeOn))]
    [DataRow(nameof(EgaisOperation.QueryRests))]
    [DataRow(nameof(EgaisOperation.InfoVersion))]
    public void Some_operations_have_none(string operation) => DocumentIdentity.Of(Enum.Parse<EgaisOperation>(operation), Card()).Should().BeNull();

    [TestMethod]
    public void Operation_prepared_anew_gets_the_next_number() => DocumentIdentity.Of(EgaisOperation.WayBill, Card((EgaisOperation.WayBill, 2))).Should().Be($"wbl-{Id}-3");

    [TestMethod]
    public void Refusal_after_an_act_of_acceptance_has_an_identity_of_its_own() => DocumentIdentity.Of(EgaisOperation.ActReject, Card((EgaisOperation.ActAccept, 1), (EgaisOperation.RepealRequestWayBill, 1))).Should().Be($"awb-{Id}-2");

    [TestMethod]
    public void Id_that_is_no_uuid_gives_a_stable_one_within_the_length()
    {
        var card = Card() with { Id = "Накладная № 15 от 02.02.2026, торговый зал магазина на Примерной улице" };

        var identity = DocumentIdentity.Of(EgaisOperation.WayBill, card);

        identity.Should().MatchRegex("^wbl-[0-9a-f-]{36}$").And.Be(DocumentIdentity.Of(EgaisOperation.WayBill, card)).And.NotBe(DocumentIdentity.Of(EgaisOperation.WayBill, Card()));
    }

    [TestMethod]
    public void Identity_that_is_given_is_the_one_written() => Orders.Build(Orders.Ship(Payloads.Waybill()) with { Identity = "wbl-own-1" }).Identity.Should().Be("wbl-own-1");

    [TestMethod]
    public void Identity_in_the_result_is_the_one_in_the_xml()
    {
        var result = Orders.Build(Orders.Ship(Payloads.Waybill()));

        IncomingReader.Read(result.Xml).Waybill!.Identity.Should().Be(result.Identity).And.Be($"wbl-{Id}");
    }

    private static EgaisDocument Card(params (EgaisOperation Operation, int Times)[] prepared) =>
        new(Id, EgaisDocumentKind.IncomingWaybill, Payloads.Own) { Prepared = prepared.ToDictionary(pair => pair.Operation.ToString(), pair => pair.Times) };
}
