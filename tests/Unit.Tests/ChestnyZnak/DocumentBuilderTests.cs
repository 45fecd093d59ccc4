using System.Text;
using Cleverence.Connectivity;
using Connectors.ChestnyZnak;
using Newtonsoft.Json.Linq;
using TestKit;

namespace Unit.Tests.ChestnyZnak;

[TestClass]
public sealed class DocumentBuilderTests
{
    private static readonly ZnakOrganisation Owner = new("7707083893", ZnakContour.Sandbox);

    [TestMethod]
    public void What_is_ours_is_filled_in_and_what_is_not_known_passes_through()
    {
        var body = Json(Build("LK_RECEIPT", Withdrawal("0104600001000113215x<K9z")).Single());

        ((string?)body["inn"]).Should().Be("7707083893");
        ((string?)body["kpp"]).Should().Be("770701001");
        ((string?)body["products"]![0]!["cis"]).Should().Be("0104600001000113215x<K9z");
    }

    [TestMethod]
    public void Dates_are_written_in_one_form_and_texts_are_left_as_they_are()
    {
        var body = Withdrawal("0104600001000113215x<K9z");
        body["action_date"] = new DateTimeOffset(2026, 5, 30, 10, 0, 0, TimeSpan.FromHours(3));
        body["document_date"] = "30.05.2026";

        var text = Encoding.UTF8.GetString(Build("LK_RECEIPT", body).Single().Content);

        text.Should().Contain("\"action_date\":\"2026-05-30T07:00:00.000Z\"").And.Contain("\"document_date\":\"30.05.2026\"");
    }

    [TestMethod]
    public void A_code_may_hold_any_sign_that_JSON_needs_escaped()
    {
        var body = Json(Build("LK_RECEIPT", Withdrawal("0104600001000113215\"<&/z")).Single());

        ((string?)body["products"]![0]!["cis"]).Should().Be("0104600001000113215\"<&/z");
    }

    [TestMethod]
    [DataRow("0104600001000106215Ab!cD/eF+2gH\u001d93Ab1+", "check part", DisplayName = "a full code")]
    [DataRow("(01)04600001000106(21)5Ab!cD/eF+2gH", "brackets", DisplayName = "brackets")]
    [DataRow("0104600001000106215Ab!cD eF+2gH", "position 25", DisplayName = "a space")]
    [DataRow("0104600001000106215Аb!cD/eF+2gH", "position 20", DisplayName = "a Cyrillic letter")]
    [DataRow("123", "18 to 74", DisplayName = "too short")]
    public void What_is_no_code_without_its_check_part_is_refused(string code, string wrong) =>
        Problems("LK_RECEIPT", Withdrawal(code)).Should().ContainSingle().Which.Message.Should().Contain(wrong);

    [TestMethod]
    public void A_code_that_stands_twice_is_refused_letters_told_apart_by_case()
    {
        Problems("LK_RECEIPT", Withdrawal("0104600001000113215x<K9z", "0104600001000113215x<k9z")).Should().BeEmpty();
        Problems("LK_RECEIPT", Withdrawal("0104600001000113215x<K9z", "0104600001000113215x<K9z")).Should().ContainSingle().Which.Field.Should().Be("products[1].cis");
    }

    [TestMethod]
    public void Everything_wrong_with_a_document_is_told()
    {
        var body = new ConnectorRecord { { "inn", "1" }, { "action", "OTHER" }, { "action_date", "2026-06-03" }, { "document_type", "OTHER" }, { "products", new List<object?> { new ConnectorRecord() } } };

        Problems("LK_RECEIPT", body).Select(problem => problem.Field).Should().BeEquivalentTo("inn", "action_date", "withdrawal_type_other", "primary_document_custom_name", "products[0]");
    }

    [TestMethod]
    [DataRow("RETAIL", 1)]
    [DataRow("DISTANCE", 1)]
    [DataRow("OWN_USE", 0)]
    [DataRow("SOMETHING_NEW", 0)]
    public void A_price_is_asked_for_where_the_reason_needs_one(string action, int problems)
    {
        var body = Withdrawal("0104600001000113215x<K9z");
        body["action"] = action;

        Problems("LK_RECEIPT", body).Should().HaveCount(problems);
    }

    [TestMethod]
    [DataRow(2, new[] { 2, 2, 1 })]
    [DataRow(5, new[] { 5 })]
    [DataRow(4, new[] { 4, 1 })]
    public void A_long_list_becomes_several_documents(int most, int[] sizes)
    {
        var body = Withdrawal([.. Enumerable.Range(0, 5).Select(at => $"010460000100011321{at}x<K9z")]);

        var parts = Build("LK_RECEIPT", body, new ZnakDocumentRules { MaxCodes = most });

        parts.Select(part => part.Codes).Should().Equal(sizes);
        parts.SelectMany(part => Json(part)["products"]!.Select(row => (string?)row["cis"])).Should().HaveCount(5).And.OnlyHaveUniqueItems();
        parts.Should().OnlyContain(part => (string?)Json(part)["action"] == "OWN_USE");
    }

    [TestMethod]
    public void Packs_are_split_between_them_and_never_inside()
    {
        static object? Pack(int number) => new ConnectorRecord { { "unitSerialNumber", $"0014600001000000001{number}" }, { "sntins", new List<object?> { $"010460000100011321{number}x<K9z", $"010460000100011321{number}x<K9y" } } };
        var body = new ConnectorRecord { { "aggregationUnits", new List<object?> { Pack(1), Pack(2), Pack(3) } } };

        var parts = Build("AGGREGATION_DOCUMENT", body, new ZnakDocumentRules { MaxCodes = 5 });

        parts.Select(part => part.Codes).Should().Equal(4, 2);
        ((string?)Json(parts[0])["aggregationUnits"]![0]!["aggregationType"]).Should().Be("AGGREGATION");
        Problems("AGGREGATION_DOCUMENT", body, new ZnakDocumentRules { MaxCodes = 1 }).Should().ContainSingle();
    }

    [TestMethod]
    public void A_row_has_a_unit_or_a_pack_and_never_both()
    {
        var both = new ConnectorRecord { { "uit", "0104600001000113215x<K9z" }, { "uitu", "00146000010000000011" } };
        var body = new ConnectorRecord { { "cancellation_doc_date", "2026-05-30" }, { "cancellation_doc_number", "1" }, { "km_list", new List<object?> { both } } };

        Problems("LK_KM_CANCELLATION", body).Should().ContainSingle().Which.Message.Should().Contain("more than one");
    }

    [TestMethod]
    public void Rows_may_come_as_a_table()
    {
        var body = Withdrawal();
        body["products"] = new ConnectorTable([new TableColumn("cis", ValueKind.String)], [["0104600001000113215x<K9z"]]);

        Json(Build("LK_RECEIPT", body).Single())["products"]!.Should().HaveCount(1);
    }

    [TestMethod]
    public void Text_of_a_transfer_document_is_written_in_its_own_character_set()
    {
        var part = Build("UNIVERSAL_TRANSFER_DOCUMENT", new ConnectorRecord { { "content", "<Файл ИдФайл=\"ON_1\"/>" }, { "secondContent", new byte[] { 1, 2 } }, { "secondSigner", "7736050003" } }).Single();

        part.Content[1].Should().Be(0xD4);
        part.Second.Should().Equal(1, 2);
        part.SecondSigner.Should().Be("7736050003");
    }

    [TestMethod]
    public void Only_transfer_documents_have_a_second_title() =>
        Problems("FIXATION", new ConnectorRecord { { "content", "<a/>" }, { "secondContent", "<b/>" } }).Should().ContainSingle().Which.Field.Should().Be("secondContent");

    [TestMethod]
    public void A_document_without_codes_is_refused() => Problems("LK_RECEIPT", Withdrawal()).Should().ContainSingle().Which.Field.Should().Be("products");

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void Every_type_is_found_by_its_word_and_by_both_names_and_has_its_statuses(string type)
    {
        var shape = DocumentShapes.Find(type)!;

        DocumentShapes.Find(shape.Stem.ToUpperInvariant()).Should().BeSameAs(shape);
        DocumentShapes.Find(shape.StemEn).Should().BeSameAs(shape);
        StatusNames.EnglishOf($"{shape.Stem}КПередаче").Should().Be($"{shape.StemEn}ToSend");
        StatusNames.EnglishOf(shape.Done).Should().Be(shape.DoneEn);
    }

    [TestMethod]
    public void There_are_forty_actions_each_with_an_English_name()
    {
        ActionNames.All.Should().HaveCount(40);
        ActionNames.All.Select(ActionNames.EnglishOf).Should().OnlyHaveUniqueItems().And.OnlyContain(name => char.IsAsciiLetterUpper(name[0]));
        ActionNames.CodeOf("SendData").Should().Be("ПередайтеДанные");
    }

    public static IEnumerable<object[]> Types => DocumentShapes.All.Select(shape => new object[] { shape.Type });

    private static ConnectorRecord Withdrawal(params IReadOnlyList<string> codes) => new()
    {
        { "action", "OWN_USE" }, { "action_date", "2026-05-30" }, { "kpp", "770701001" }, { "products", codes.Select(code => (object?)new ConnectorRecord { { "cis", code } }).ToList() },
    };

    private static IReadOnlyList<BuiltPart> Build(string type, ConnectorRecord body, ZnakDocumentRules? rules = null)
    {
        var problems = new DocumentProblems();
        var parts = new DocumentBuilder(rules ?? new ZnakDocumentRules(), new ManualTimeProvider()).Build(DocumentShapes.Find(type)!, Owner, body, problems);
        problems.All.Should().BeEmpty();
        return parts;
    }

    private static IReadOnlyList<DocumentProblem> Problems(string type, ConnectorRecord body, ZnakDocumentRules? rules = null)
    {
        var problems = new DocumentProblems();
        new DocumentBuilder(rules ?? new ZnakDocumentRules(), new ManualTimeProvider()).Build(DocumentShapes.Find(type)!, Owner, body, problems);
        return problems.All;
    }

    private static JObject Json(BuiltPart part) => JObject.Parse(Encoding.UTF8.GetString(part.Content));

    [TestMethod]
    [DataRow("ЗаказКодовОбрабатывается", "CodeOrderInProcess")]
    [DataRow("ЗакрытиеЗаказаТребуетРешения", "OrderClosingNeedsDecision")]
    [DataRow("ОтчетСУЗВыполненЧастично", "StationReportDonePartly")]
    public void A_status_of_the_order_station_has_an_english_name(string status, string english) => StatusNames.EnglishOf(status).Should().Be(english);
}
