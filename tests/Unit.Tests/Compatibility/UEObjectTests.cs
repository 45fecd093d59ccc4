using Cleverence.Connectivity;

namespace Unit.Tests.Compatibility;

[TestClass]
public sealed class UEObjectTests
{
    [TestMethod]
    public void Xml_becomes_nodes_with_attributes_and_text()
    {
        var root = UEObject.FromXml("<Заказ номер='7'><Строка код='a'>x</Строка><Строка код='b'/></Заказ>");

        root.OName.Should().Be("Заказ");
        root.GetAttribute("номер")!.AsInt32().Should().Be(7);
        root.GetAttribute("Номер")!.IsAttribute.Should().BeTrue();
        root.GetNodes("Строка").Should().HaveCount(2);
        root.GetNode("Строка")!.OValue.Should().Be("x");
        root.GetNode("Строка")!.HasValue.Should().BeTrue();
        root.GetNodes("Строка")[1].HasValue.Should().BeFalse();
        root.Childs.Should().HaveCount(3);
    }

    [TestMethod]
    public void A_missing_node_is_null()
    {
        var root = UEObject.FromXml("<a><b><c>1</c></b></a>");

        root.GetNode("x").Should().BeNull();
        root.GetAttribute("b").Should().BeNull("b is an element");
        root.GetNodes("x").Should().BeEmpty();
        root.Contains("x").Should().BeFalse();
        root.Contains("b").Should().BeTrue();
        root.Contains("b/c").Should().BeTrue();
        root.GetNode("b/c")!.AsInt32().Should().Be(1);
    }

    [TestMethod]
    [DataRow(true, """{"a":{"@n":"1","b":{"@x":"y","#text":"t"},"c":["1","2"]}}""")]
    [DataRow(false, """{"a":{"n":"1","b":{"x":"y","#text":"t"},"c":["1","2"]}}""")]
    public void Xml_becomes_json_with_the_prefix_when_asked(bool prefix, string json) =>
        UEObject.FromXml("<a n='1'><b x='y'>t</b><c>1</c><c>2</c></a>").ToJson(prefix).Should().Be(json);

    [TestMethod]
    public void Json_with_prefixes_becomes_attributes_again()
    {
        var root = UEObject.FromJson("""{"a":{"@n":1,"b":{"@x":"y","#text":"t"},"@list":[1]}}""", true);

        root.GetNode("a")!.GetAttribute("n")!.OValue.Should().Be(1);
        root.GetNode("a/b")!.AsString().Should().Be("t");
        root.GetNode("a/@list")!.AsInt32().Should().Be(1, "a list is never an attribute");
        root.ToXml(false).Should().StartWith("<a n=\"1\"><b x=\"y\">t</b>");
        UEObject.FromJson("""{"@n":1}""", false).GetAttribute("n").Should().BeNull();
    }

    [TestMethod]
    [DataRow("""{"a":1,"b":[1,2.50,"x",null,true,[],{}],"c":{"d":{}},"e":null}""")]
    [DataRow("""[1,[2,[3]],{"a":[]}]""")]
    [DataRow("""{"big":12345678901234567890123.45,"long":9007199254740993,"exact":0.10}""")]
    [DataRow("""{"Кириллица":"да \"кавычки\" \u001D"}""")]
    [DataRow("\"text\"")]
    [DataRow("null")]
    public void Json_comes_back_digit_by_digit(string json) => UEObject.FromJson(json, false).ToJson(false).Should().Be(json);

    [TestMethod]
    public void A_list_is_marked_and_counts_as_its_elements()
    {
        var root = UEObject.FromJson("""{"lines":[{"sku":"a"},{"sku":"b"}]}""", false);

        root.Childs[0].IsArray.Should().BeTrue();
        root.GetNodes("lines").Select(line => line.GetNode("sku")!.AsString()).Should().Equal("a", "b");
        root.ToXml(false).Should().Be("<root><lines><sku>a</sku></lines><lines><sku>b</sku></lines></root>");
    }

    [TestMethod]
    public void Types_tell_what_a_node_holds()
    {
        var root = UEObject.FromJson("""{"i":1,"l":3000000000,"d":1.5,"b":true,"s":"x","o":{},"n":null}""", false);

        root.Childs.Select(child => child.Type).Should().Equal(typeof(int), typeof(long), typeof(decimal), typeof(bool), typeof(string), typeof(object), null);
    }

    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public void Values_are_read_and_written_without_regard_to_culture(string culture)
    {
        Culture.Use(culture);
        var node = new UEObject("v");
        node.AddNode("d", "1234.5");
        node.AddNode("i", 7L);
        node.AddNode("b", "TRUE");
        node.AddNode("t", "2026-05-31T14:03:00");
        node.AddNode("f", 0.5);

        node.GetNode("d")!.AsDecimal().Should().Be(1234.5m);
        node.GetNode("d")!.AsDouble().Should().Be(1234.5);
        node.GetNode("i")!.AsInt32().Should().Be(7);
        node.GetNode("I")!.AsString().Should().Be("7");
        node.GetNode("b")!.AsBoolean().Should().BeTrue();
        node.GetNode("t")!.AsDateTime().Should().Be(new DateTime(2026, 5, 31, 14, 3, 0));
        node.ToJson(true).Should().Be("""{"v":{"d":"1234.5","i":7,"b":"TRUE","t":"2026-05-31T14:03:00","f":0.5}}""");
    }

    [TestMethod]
    public void An_empty_node_has_the_default_of_every_type()
    {
        var node = new UEObject();

        (node.AsBoolean(), node.AsDateTime(), node.AsDecimal(), node.AsDouble(), node.AsInt32(), node.AsString())
            .Should().Be((false, default(DateTime), 0m, 0d, 0, (string?)null));
    }

    [TestMethod]
    public void A_value_that_does_not_fit_names_its_node()
    {
        var reading = () => new UEObject("кол") { OValue = "1,5" }.AsDecimal();

        reading.Should().Throw<FormatException>().WithMessage("The value '1,5' of 'кол' is not a Decimal.");
    }

    [TestMethod]
    public void An_attribute_is_set_once_and_a_node_may_be_added_twice()
    {
        var node = new UEObject("n");
        node.SetAttribute("a", 1);
        node.SetAttribute("A", 2);
        node.AddNode(new UEObject("c"));
        node.AddNode("inner", new UEObject("other") { OValue = 3 });

        node.GetAttribute("a")!.OValue.Should().Be(2);
        node.GetNode("inner")!.AsInt32().Should().Be(3);
        node.ToXml(true).Should().Be("<?xml version=\"1.0\" encoding=\"utf-8\"?><n a=\"2\"><c /><inner>3</inner></n>");
    }

    [TestMethod]
    [DataRow("<s:Envelope xmlns:s=\"urn:soap\" xmlns=\"urn:x\"><s:Body s:a=\"1\"><item xml:lang=\"ru\">т</item></s:Body></s:Envelope>")]
    [DataRow("<a><b>x &amp; &lt;y&gt;</b><c /></a>")]
    [DataRow("<gs1 code=\"01046&#x1D;21\" />")]
    public void Xml_comes_back_with_its_prefixes(string xml) => UEObject.FromXml(xml).ToXml(false).Should().Be(xml);

    [TestMethod]
    public void A_name_xml_does_not_allow_is_encoded_and_read_back()
    {
        var xml = UEObject.FromJson("""{"r":{"имя с пробелом":1,"a:b":2}}""", false).ToXml(false);

        UEObject.FromXml(xml).ToJson(false).Should().Be("""{"r":{"имя с пробелом":"1","a:b":"2"}}""");
    }
}
