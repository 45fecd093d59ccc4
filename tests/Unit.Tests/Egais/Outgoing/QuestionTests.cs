using System.Text;
using Cleverence.Connectivity;
using Connectors.Egais;
using Unit.Tests.Egais.Outgoing.Support;

namespace Unit.Tests.Egais.Outgoing;

[TestClass]
public sealed class QuestionTests
{
    [TestMethod]
    [DataRow(nameof(EgaisOperation.QueryOrganisation), "INN", "7700000001", "ИНН")]
    [DataRow(nameof(EgaisOperation.QueryOrganisation), "СИО", "030000654321", "СИО")]
    [DataRow(nameof(EgaisOperation.QueryProducts), "kod", "0123456789012345678", "КОД")]
    public void Classifiers_are_asked_by_a_parameter_in_either_alphabet(string operation, string name, string value, string written) =>
        Encoding.UTF8.GetString(Build(operation, ("parameterName", name), ("parameterValue", value)).Xml).Should().Contain($"<b:Parameter><b:Name>{written}</b:Name><b:Value>{value}</b:Value></b:Parameter>");

    [TestMethod]
    [DataRow(nameof(EgaisOperation.QueryOrganisation), "КОД", "1", "parameterName: is not one of ИНН, СИО")]
    [DataRow(nameof(EgaisOperation.QueryProducts), "СИО", "1", "parameterName: is not one of ИНН, КОД")]
    [DataRow(nameof(EgaisOperation.QueryOrganisation), "ИНН", "77", "parameterValue: must be digits, 10, 12 of them")]
    [DataRow(nameof(EgaisOperation.QueryOrganisation), "СИО", "03A", "parameterValue: must be digits")]
    [DataRow(nameof(EgaisOperation.QueryOrganisation), "СИО", null, "parameterValue: is missing")]
    [DataRow(nameof(EgaisOperation.QueryOrganisation), null, null, "parameterName: is missing")]
    public void Wrong_parameter_is_named(string operation, string? name, string? value, string problem) => Problems(operation, ("parameterName", name), ("parameterValue", value)).Should().Equal(problem);

    [TestMethod]
    public void Unproven_parameter_is_let_through_when_asked_for() => Problems(nameof(EgaisOperation.QueryOrganisation), ("parameterName", "КОД"), ("parameterValue", "1"), ("allowUnproven", true)).Should().BeEmpty();

    [TestMethod]
    [DataRow("FB-000000900000002", true)]
    [DataRow("FB-00000090000000", false)]
    [DataRow("FA-000000900000002", false)]
    [DataRow("FB-00000090000000٢", false)]
    public void Marks_are_asked_by_an_F2(string regId, bool isGood) => Build(nameof(EgaisOperation.QueryMarksByF2), ("regId", regId)).IsBuilt.Should().Be(isGood);

    [TestMethod]
    [DataRow("0", "2026", "month: must be a month from 1 to 12")]
    [DataRow("1.5", "2026", "month: must be a month from 1 to 12")]
    [DataRow("1", "26", "year: must be a year from 2000 to 2100")]
    public void Month_of_a_report_is_checked(string month, string year, string problem) =>
        Problems(nameof(EgaisOperation.QueryWriteOffCheque), ("alcCode", "1"), ("month", month), ("year", year)).Should().Equal(problem);

    [TestMethod]
    public void Codes_of_marks_are_asked_by_type_series_and_number() =>
        Problems(nameof(EgaisOperation.QueryMarkCodes), ("marks", new List<object?> { new ConnectorRecord { ["type"] = "13", ["rank"] = "200" } }))
            .Should().Equal("marks[0].type: must be digits, 3 of them", "marks[0].number: must be digits, 1, 2, 3, 4, 5, 6, 7, 8, 9 of them");

    [TestMethod]
    public void Saved_question_is_asked_with_its_own_fields_and_those_of_the_call_go_before()
    {
        var card = Orders.Card(EgaisDocumentKind.Report, new ConnectorRecord { ["regId"] = "FB-000000900000001" }, null);

        Encoding.UTF8.GetString(Orders.Build(Orders.Of(EgaisOperation.QueryF2, card)).Xml).Should().Contain("FB-000000900000001");
        Encoding.UTF8.GetString(Orders.Build(Orders.Of(EgaisOperation.QueryF2, card, new ConnectorRecord { ["regId"] = "FB-000000900000009" })).Xml).Should().Contain("FB-000000900000009");
    }

    [TestMethod]
    [DataRow("shift", "012", "shift: must be 1 to 10 digits without a leading zero")]
    [DataRow("number", "12345678901", "number: must be 1 to 10 digits without a leading zero")]
    [DataRow("type", "Подарок", "type: is not one of Продажа, Возврат")]
    [DataRow("kassa", null, "kassa: is missing")]
    [DataRow("content", null, "content: holds no position")]
    public void Cheque_is_checked(string field, string? value, string problem) => Orders.ProblemsOf(Cheque(field, value)).Should().Contain(problem);

    [TestMethod]
    [DataRow("ChequeV3", "xml?type=ChequeV3")]
    [DataRow("ChequeV4", "xml?type=ChequeV4")]
    [DataRow("", "xml")]
    public void Address_of_a_cheque_is_a_setting(string type, string url) => new DocumentBuilder(new EgaisFormats { ChequeType = type }).Build(OutgoingSamples.All["ChequeV4"]).UrlType.Should().Be(url);

    [TestMethod]
    public void Generation_of_the_question_about_rests_is_a_setting_and_a_call_goes_before()
    {
        var builder = new DocumentBuilder(new EgaisFormats { RestsElement = "QueryRests_v3" });

        builder.Build(OutgoingSamples.All["QueryRests_v2"]).UrlType.Should().Be("QueryRests_v3");
        builder.Build(OutgoingSamples.All["QueryRests_v2"] with { Extra = new ConnectorRecord { ["queryVersion"] = "v2" } }).Element.Should().Be("QueryRests_v2");
    }

    [TestMethod]
    public void Catering_has_no_place_in_V3() => Orders.ProblemsOf(OutgoingSamples.All["ChequeV4"] with { Organisation = OutgoingSamples.All["ChequeV3"].Organisation }).Should().Equal("content[2].volume: has no place in the format V3");

    [TestMethod]
    public void Unknown_type_of_waybills_in_the_notice_is_named() => Problems(nameof(EgaisOperation.InfoVersion), ("wbTypeUsed", "WayBill_v9")).Should().ContainSingle().Which.Should().StartWith("wbTypeUsed: is not one of");

    private static BuildOrder Cheque(string field, string? value) => OutgoingSamples.All["ChequeV4"] with { Extra = new ConnectorRecord(OutgoingSamples.All["ChequeV4"].Extra) { [field] = value } };

    private static BuildResult Build(string operation, params (string Name, object? Value)[] fields) =>
        Orders.Build(Orders.Of(Enum.Parse<EgaisOperation>(operation), null, new ConnectorRecord(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))));

    private static IEnumerable<string> Problems(string operation, params (string Name, object? Value)[] fields) => Build(operation, fields).Problems.Select(problem => $"{problem.Path}: {problem.Rule}");
}
