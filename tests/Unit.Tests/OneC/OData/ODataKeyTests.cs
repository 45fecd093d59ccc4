using Cleverence.Connectivity;
using Connectors.OneC.OData;

namespace Unit.Tests.OneC.OData;

[TestClass]
public sealed class ODataKeyTests
{
    private const string Id = "c1a7e2aa-0000-4000-8000-000000000001";

    [TestMethod]
    public void A_reference_object_is_found_by_its_identifier()
    {
        ODataKey.Of(Id, SampleModel.Goods, SampleModel.Literals).Should().Be($"(guid'{Id}')");
    }

    [TestMethod]
    public void The_single_part_may_be_named()
    {
        ODataKey.Of(new ConnectorRecord { { "ref_key", Id } }, SampleModel.Goods, SampleModel.Literals).Should().Be($"(guid'{Id}')");
    }

    [TestMethod]
    public void A_composite_key_names_all_its_parts_in_the_order_of_the_base()
    {
        var key = new ConnectorRecord { { "Валюта_Key", Id }, { "Period", "2026-03-01" } };

        ODataKey.Of(key, SampleModel.Rates, SampleModel.Literals).Should().Be($"(Period=datetime'2026-03-01T00:00:00',Валюта_Key=guid'{Id}')");
    }

    [TestMethod]
    public void A_part_of_several_types_goes_as_text_beside_its_type()
    {
        var type = SampleModel.Model.TypeOf("AccumulationRegister_ТоварыНаСкладах")!;

        ODataKey.Of(new ConnectorRecord { { "Recorder", Id }, { "Recorder_Type", "StandardODATA.Document_X" } }, type, SampleModel.Literals)
            .Should().Be($"(Recorder='{Id}',Recorder_Type='StandardODATA.Document_X')");
    }

    public static IEnumerable<object?[]> Wrong =>
    [
        [Id, "all of Period, Валюта_Key"],
        [null, "all of Period, Валюта_Key"],
        [new ConnectorRecord { { "Period", "2026-03-01" } }, "lacks Валюта_Key"],
        [new ConnectorRecord { { "Период", "2026-03-01" } }, "'Период' is no part"],
        [new ConnectorRecord { { "Period", "вчера" }, { "Валюта_Key", Id } }, "Period takes a date"],
    ];

    [TestMethod]
    [DynamicData(nameof(Wrong))]
    public void A_wrong_key_tells_what_is_wrong(object? key, string words)
    {
        var write = () => ODataKey.Of(key, SampleModel.Rates, SampleModel.Literals);

        var error = write.Should().Throw<ConnectorException>().Which.Error;
        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Message.Should().Contain(words);
    }
}
