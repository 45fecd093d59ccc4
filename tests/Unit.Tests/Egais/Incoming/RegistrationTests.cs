using Connectors.Egais;

namespace Unit.Tests.Egais.Incoming;

[TestClass]
public sealed class RegistrationTests
{
    [TestMethod]
    public void Registration_of_a_waybill_is_read_with_every_field() =>
        Corpus.Read("TTNInformF2Reg").Registration.Should().BeEquivalentTo(new Registration("TTN-0900000001", "ВН-000123", new DateOnly(2026, 2, 2))
        {
            Identity = "wbl-11112222-3333-4444-5555-666677778888",
            ShipperId = "010000000001",
            ConsigneeId = "030000123456",
            FixNumber = "123456",
            FixDate = new DateOnly(2026, 2, 3),
            Positions = [new RegisteredPosition("1", "FB-000000900000001") { BottlingDate = new DateOnly(2025, 7, 18) }, new RegisteredPosition("2", "FB-000000900000002")],
        });

    [TestMethod]
    public void Older_twin_of_a_registration_gives_the_same()
    {
        var older = Corpus.Read("TTNInformBReg");

        older.Element.Should().Be("TTNInformBReg");
        (older.Registration!.RegId, older.Registration.Positions.Single().F2RegId).Should().Be(("TTN-0900000001", "FB-000000900000001"));
    }

    [TestMethod]
    public void Position_without_an_F2_registers_nothing() =>
        Corpus.ReadText(Corpus.Text("TTNInformF2Reg").Replace("FB-000000900000002", " ", StringComparison.Ordinal)).Registration!.Positions.Should().ContainSingle().Which.Identity.Should().Be("1");

    [TestMethod]
    public void Registration_without_a_number_is_refused() =>
        FluentActions.Invoking(() => Corpus.ReadText(Corpus.Text("TTNInformF2Reg").Replace("TTN-0900000001", "", StringComparison.Ordinal))).Should().Throw<UnreadableXmlException>().WithMessage("*WBRegId*");

    [TestMethod]
    public void Ancestry_tells_its_waybill_and_keeps_its_content()
    {
        var history = Corpus.Read("TTNHistoryF2Reg").History!;

        (history.RegId, history.Identity).Should().Be(("TTN-0900000001", "wbl-11112222-3333-4444-5555-666677778888"));
        Values.At(history.Content, "historyF2", "step", 0, "parentForm2").Should().Be("FB-000000800000001");
    }

    [TestMethod]
    public void Registration_of_a_charge_on_is_read_with_every_field() =>
        Corpus.Read("ActInventoryInformF2Reg").Inventory.Should().BeEquivalentTo(new InventoryRegistration("INV-0000000123")
        {
            Identity = "chg-11112222-3333-4444-5555-666677778888",
            Number = "П-1",
            Positions =
            [
                new InventoryPosition("1", "FA-000000900000011")
                {
                    Items = [new InventoryF2("FB-000000900000011") { Identity = "1", Marks = [Corpus.Mark(11), Corpus.Mark(12)] }, new InventoryF2("FB-000000900000012") { Identity = "2" }],
                },
            ],
        });
}
