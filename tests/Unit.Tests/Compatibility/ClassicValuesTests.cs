using System.Data;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Classic;
using Cleverence.Warehouse;
using Newtonsoft.Json.Linq;

namespace Unit.Tests.Compatibility;

[TestClass]
public sealed class ClassicValuesTests
{
    [TestMethod]
    public void Going_in_whole_numbers_are_ints_where_they_fit()
    {
        ClassicValues.ToClassic(5L).Should().BeOfType<int>().And.Be(5);
        ClassicValues.ToClassic((long)int.MaxValue + 1).Should().BeOfType<long>();
        ClassicValues.ToClassic(1.50m).Should().Be(1.50m);
        ClassicValues.ToClassic(null).Should().BeNull();
    }

    [TestMethod]
    public void Going_in_a_moment_is_local_time()
    {
        var moment = new DateTimeOffset(2026, 5, 31, 14, 3, 0, TimeSpan.FromHours(5));

        var time = ClassicValues.ToClassic(moment);

        time.Should().Be(moment.LocalDateTime);
        ((DateTime)time!).Kind.Should().Be(DateTimeKind.Local);
        ClassicValues.ToClassic(new DateTime(2026, 1, 1)).Should().Be(new DateTime(2026, 1, 1));
    }

    [TestMethod]
    public void Going_in_a_record_is_a_tree_and_comes_back_the_same()
    {
        var record = new ConnectorRecord { { "номер", 5L }, { "@код", "x" }, { "строки", new List<object?> { new ConnectorRecord { { "sku", "a" } }, 2L, null } }, { "пусто", new ConnectorRecord() }, { "нет", null } };

        var tree = (UEObject)ClassicValues.ToClassic(record)!;

        tree.GetNode("номер")!.OValue.Should().Be(5);
        tree.GetAttribute("код")!.AsString().Should().Be("x");
        tree.GetNodes("строки").Should().HaveCount(3);
        ClassicValues.ToContract(tree).Should().BeEquivalentTo(record, options => options.WithStrictOrdering());
    }

    [TestMethod]
    public void Going_in_a_table_is_rows_and_comes_back_the_same()
    {
        var table = new ConnectorTable([new("код", ValueKind.String), new("кол", ValueKind.Integer)], [["a", 1L], ["b", 2L]]);

        var rows = (RowCollection)ClassicValues.ToClassic(table)!;

        rows[1].GetField("кол").Should().Be(2);
        ClassicValues.ToContract(rows).Should().BeEquivalentTo(table);
    }

    [TestMethod]
    public void Going_in_a_record_with_a_kind_is_the_object_it_names()
    {
        var record = (ConnectorRecord)ClassicValues.ToContract(SampleDocument.Make())!;

        record["$kind"].Should().Be("Document");
        ClassicValues.ToClassic(record).Should().BeOfType<Document>().Which.Should().BeEquivalentTo(SampleDocument.Make(), options => options.IgnoringCyclicReferences());
    }

    [TestMethod]
    public void Going_out_a_document_is_a_record_of_wire_names_and_closed_values()
    {
        var record = (ConnectorRecord)ClassicValues.ToContract(SampleDocument.Make())!;

        record.Names.Should().ContainInOrder("$kind", "id", "name", "documentTypeName", "createDate", "finished", "declaredItems", "currentItems");
        ((ConnectorRecord)record["fields"]!)["Сумма"].Should().Be(1234.50m);
        ((ConnectorTable)((ConnectorRecord)record["tables"]!)["Паллеты"]!).Rows[0].Should().Equal(7L, 12.25m);
        var line = (ConnectorRecord)((IReadOnlyList<object?>)record["currentItems"]!)[0]!;
        (line["productId"], line["currentQuantity"], line["blUid"]).Should().Be(("001", 4.5m, "p1"));
        line.Contains("$kind").Should().BeFalse();
    }

    [TestMethod]
    public void A_record_of_platform_4_names_is_read_as_a_document()
    {
        var record = new ConnectorRecord
        {
            { "id", "1" }, { "createDate", "2026-05-31T14:03:00" }, { "Ответственный", "Иванов" },
            { "expectedLines", new List<object?> { new ConnectorRecord { { "uid", "a" }, { "inventoryItemId", "10" }, { "expectedQuantity", 2L }, { "ячейка", "A1" } } } },
            { "actualLines", new List<object?> { new ConnectorRecord { { "inventoryItemId", "10" }, { "actualQuantity", "1.5" }, { "blUid", "a" } } } },
            { "tables", new ConnectorRecord { { "т", new ConnectorRecord { { "columns", new List<object?> { new ConnectorRecord { { "name", "c" } } } }, { "rows", new List<object?> { new List<object?> { 1L } } } } } } },
        };

        var document = ClassicValues.Read<Document>(record);

        document.CreateDate.Should().Be(new DateTime(2026, 5, 31, 14, 3, 0));
        document.GetField("Ответственный").Should().Be("Иванов", "an unknown name is a field of one's own");
        document.DeclaredItems[0].DeclaredQuantity.Should().Be(2);
        document.DeclaredItems[0].GetField("Ячейка").Should().Be("A1");
        document.CurrentItems[0].CurrentQuantity.Should().Be(1.5m);
        document.CurrentItems[0].BindedLine.Should().BeSameAs(document.DeclaredItems[0]);
        document.Tables["т"]![0]["c"].Should().Be(1);
    }

    [TestMethod]
    public void A_value_that_does_not_fit_its_property_is_named()
    {
        var reading = () => ClassicValues.Read<Document>(new ConnectorRecord { { "priority", "высокий" } });

        reading.Should().Throw<ConnectorException>().Which.Error.Offenders.Should().Equal("priority: 'высокий' is not a whole number");
    }

    [TestMethod]
    public void Going_out_a_product_bears_one_kind_under_both_of_its_names()
    {
        ((ConnectorRecord)ClassicValues.ToContract(new InventoryItem { Id = "1" })!)["$kind"].Should().Be("Product");
        ((ConnectorRecord)ClassicValues.ToContract(new UnitOfMeasure { Id = "1" })!)["$kind"].Should().Be("Packing");
        ClassicValues.ToClassic(new ConnectorRecord { { "$kind", "Product" }, { "id", "1" } }).Should().BeOfType<InventoryItem>();
    }

    [TestMethod]
    public void Going_out_headers_are_a_list_of_records()
    {
        var headers = new DocumentDescriptionCollection { new() { Id = "1" }, new() { Id = "2", CreateDate = new DateTime(2026, 1, 1) } };

        var list = (IReadOnlyList<object?>)ClassicValues.ToContract(headers)!;

        ((ConnectorRecord)list[0]!).Contains("createDate").Should().BeFalse("the least date means not set");
        ((ConnectorRecord)list[1]!)["$kind"].Should().Be("DocumentDescription");
    }

    [TestMethod]
    public void Going_out_a_data_table_keeps_its_column_types_even_without_rows()
    {
        using var data = new DataTable();
        data.Columns.Add("код", typeof(int));
        data.Columns.Add("вес", typeof(double));
        data.Columns.Add("дата", typeof(DateTime));
        data.Columns.Add("пусто", typeof(Guid));

        ((ConnectorTable)ClassicValues.ToContract(data)!).Columns.Select(column => column.Type).Should().Equal(ValueKind.Integer, ValueKind.Decimal, ValueKind.DateTime, ValueKind.String);

        data.Rows.Add(1, 0.1, new DateTime(2026, 1, 1), DBNull.Value);
        var table = (ConnectorTable)ClassicValues.ToContract(data)!;
        table.Rows[0].Should().Equal(1L, 0.1m, new DateTime(2026, 1, 1), null);
        table.Columns.Select(column => column.Name).Should().Equal("код", "вес", "дата", "пусто");
    }

    [TestMethod]
    public void Going_out_a_reader_is_read_whole_and_closed()
    {
        using var data = new DataTable();
        data.Columns.Add("n", typeof(int));
        data.Rows.Add(1);
        data.Rows.Add(2);
        var reader = data.CreateDataReader();

        var table = (ConnectorTable)ClassicValues.ToContract(reader)!;

        table.Rows.Select(row => row[0]).Should().Equal(1L, 2L);
        reader.IsClosed.Should().BeTrue();
    }

    [TestMethod]
    public void A_reader_over_the_limit_is_too_large_and_closed()
    {
        using var data = new DataTable();
        data.Columns.Add("n", typeof(int));
        for (var n = 0; n <= ConnectorTable.MaxRows; n++) data.Rows.Add(n);
        var reader = data.CreateDataReader();

        var reading = () => ClassicValues.ToContract(reader);

        reading.Should().Throw<ConnectorException>().Which.Error.Code.Should().Be(ConnectorErrorCode.TooLarge);
        reader.IsClosed.Should().BeTrue();
    }

    [TestMethod]
    public void Exactly_the_limit_of_rows_passes()
    {
        var rows = new RowCollection();
        for (var n = 0; n < ConnectorTable.MaxRows; n++) rows.Add(new Row { ["n"] = n });

        ((ConnectorTable)ClassicValues.ToContract(rows)!).Rows.Should().HaveCount(ConnectorTable.MaxRows);
        rows.Add(new Row());
        FluentActions.Invoking(() => ClassicValues.ToContract(rows)).Should().Throw<ConnectorException>().Which.Error.Code.Should().Be(ConnectorErrorCode.TooLarge);
    }

    [TestMethod]
    public void Going_out_sequences_and_dictionaries_are_lists_and_records()
    {
        ClassicValues.ToContract(new[] { 1, 2 }).Should().BeEquivalentTo(new object[] { 1L, 2L }, options => options.WithStrictOrdering());
        var record = (ConnectorRecord)ClassicValues.ToContract(new Dictionary<string, int> { ["а"] = 1 })!;
        record["а"].Should().Be(1L);
        ((ConnectorRecord)ClassicValues.ToContract(new { Код = "x", Дата = new DateTime(2026, 1, 1) })!)["Код"].Should().Be("x");
        ((ConnectorTable)ClassicValues.ToContract(new List<Row> { new() { ["n"] = 1 } })!).Rows.Should().ContainSingle();
    }

    [TestMethod]
    public void Going_out_trees_of_json_keep_their_digits()
    {
        const string json = """{"n":0.10,"big":9007199254740993,"list":[1,"x",null],"o":{"d":"2026-05-31T14:03:00"}}""";
        using var document = JsonDocument.Parse(json);
        object?[] trees = [JsonNode.Parse(json), document, document.RootElement];

        foreach (var tree in trees)
        {
            var record = (ConnectorRecord)ClassicValues.ToContract(tree)!;
            record["n"].Should().Be(0.10m);
            record["big"].Should().Be(9007199254740993L);
            record["list"].Should().BeEquivalentTo(new object?[] { 1L, "x", null });
            ((ConnectorRecord)record["o"]!)["d"].Should().Be("2026-05-31T14:03:00");
        }
    }

    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public void Going_out_trees_of_the_plugins_own_json_library_are_known_by_name(string culture)
    {
        Culture.Use(culture);

        var record = (ConnectorRecord)ClassicValues.ToContract(JObject.Parse("""{"n":1.5,"list":[{"i":1}]}"""))!;

        record["n"].Should().Be(1.5m);
        ((ConnectorRecord)((IReadOnlyList<object?>)record["list"]!)[0]!)["i"].Should().Be(1L);
        ClassicValues.ToContract(new JValue(2.5m)).Should().Be(2.5m);
    }

    [TestMethod]
    public void Going_out_trees_of_xml_are_records()
    {
        const string xml = "<a n=\"1\"><b>x</b><b>y</b></a>";
        var document = new XmlDocument();
        document.LoadXml(xml);
        object[] trees = [XElement.Parse(xml), XDocument.Parse(xml), document, document.DocumentElement!];

        foreach (var tree in trees)
        {
            var record = (ConnectorRecord)ClassicValues.ToContract(tree)!;
            record["@n"].Should().Be("1");
            record["b"].Should().BeEquivalentTo(new object[] { "x", "y" });
        }
    }

    [TestMethod]
    public void A_cycle_an_unknown_type_and_a_number_without_value_are_refused()
    {
        var cycle = new List<object>();
        cycle.Add(cycle);
        using var stream = new MemoryStream();

        foreach (var value in new object[] { cycle, stream, double.NaN, new Action(() => { }), Task.CompletedTask })
        {
            FluentActions.Invoking(() => ClassicValues.ToContract(value)).Should().Throw<ConnectorException>().Which.Error.Code.Should().Be(ConnectorErrorCode.InvalidResult);
        }
    }

    [TestMethod]
    public void Going_out_a_time_with_a_zone_is_a_moment()
    {
        var time = new DateTime(2026, 5, 31, 14, 3, 0, DateTimeKind.Utc);

        ClassicValues.ToContract(time).Should().Be(new DateTimeOffset(time));
        ClassicValues.ToContract(DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Local)).Should().Be(DateTime.MinValue);
        ClassicValues.ToContract(DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Local)).Should().BeOfType<DateTime>();
        ClassicValues.ToContract(DBNull.Value).Should().BeNull();
        ClassicValues.ToContract(5UL).Should().BeOfType<long>();
    }

    [TestMethod]
    public void What_a_property_of_a_result_throws_bubbles_as_it_is() =>
        FluentActions.Invoking(() => ClassicValues.ToContract(new Broken())).Should().Throw<InvalidOperationException>().WithMessage("сломан");

    [TestMethod]
    public void Anything_can_be_made_a_table()
    {
        ClassicValues.ToTable(null).Should().BeNull();
        ClassicValues.ToTable(5L)!.Rows[0].Should().Equal(5L);
        ClassicValues.ToTable(new ConnectorRecord { { "a", 1L } })!.Columns[0].Name.Should().Be("a");
        ClassicValues.ToTable(new List<object?> { new ConnectorRecord { { "a", 1L } }, new ConnectorRecord { { "a", 2L } } })!.Rows.Should().HaveCount(2);
    }

    public sealed class Broken
    {
        public int Value => throw new InvalidOperationException("сломан");
    }
}
