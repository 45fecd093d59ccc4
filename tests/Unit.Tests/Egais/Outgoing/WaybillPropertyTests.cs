using Connectors.Egais;
using Connectors.Transport;
using FsCheck;
using FsCheck.Fluent;
using Unit.Tests.Egais.Outgoing.Support;

namespace Unit.Tests.Egais.Outgoing;

[TestClass]
public sealed class WaybillPropertyTests
{
    [TestMethod]
    public void Waybill_kept_as_a_record_is_read_back_as_itself() => Check(waybill =>
    {
        var problems = new List<BuildProblem>();
        WaybillRecords.Read(WaybillRecords.Of(waybill), problems).Should().BeEquivalentTo(waybill, options => options.WithStrictOrdering());
        problems.Should().BeEmpty();
    });

    [TestMethod]
    public void Waybill_kept_as_json_is_read_back_as_itself() => Check(waybill =>
    {
        var json = JsonText.Parse(JsonValues.ToJson(WaybillRecords.Of(waybill)).ToString());
        WaybillRecords.Read((Cleverence.Connectivity.ConnectorRecord)JsonValues.FromJson(json!)!, []).Should().BeEquivalentTo(waybill, options => options.WithStrictOrdering());
    });

    [TestMethod]
    public void Valid_waybill_builds_xml_that_the_consignee_reads_as_the_same_waybill() => Check(waybill =>
    {
        var built = Orders.Build(Orders.Ship(WaybillRecords.Of(waybill)));
        built.Problems.Should().BeEmpty();
        var read = IncomingReader.Read(built.Xml);
        read.Owner.Should().Be(Payloads.Own);
        (read.Waybill! with { Identity = waybill.Identity }).Should().BeEquivalentTo(waybill, options => options.WithStrictOrdering());
    });

    [TestMethod]
    public void Valid_waybill_without_what_only_v4_has_is_read_back_from_v3_too() => Check(waybill =>
    {
        var old = waybill with
        {
            VarFields = [],
            Transport = waybill.Transport is null ? null : waybill.Transport with { ChangeOwnership = "IsChange", TransportType = "car" },
            Positions = [.. waybill.Positions.Select(position => position with { AlcPercent = null, AlcPercentMin = null, AlcPercentMax = null })],
        };
        var built = Orders.Build(Orders.Ship(WaybillRecords.Of(old), FormatVersion.V3));
        built.Problems.Should().BeEmpty();
        (IncomingReader.Read(built.Xml).Waybill! with { Identity = old.Identity }).Should().BeEquivalentTo(old, options => options.WithStrictOrdering());
    });


    private static void Check(Action<Waybill> holds) => Prop.ForAll(RandomWaybills.Gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
}
