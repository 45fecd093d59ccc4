using System.Globalization;
using System.Xml.Linq;

namespace Emulators.OneC;

/// <summary>The invented service <c>TerminalGate</c>: each of its operations shows one trait of 1C's web services.</summary>
internal static class TerminalGate
{
    private const string Types = """
        <xs:complexType name="Row"><xs:sequence><xs:element name="Code" type="xs:string"/><xs:element name="Qty" type="xs:decimal"/></xs:sequence></xs:complexType>
        <xs:complexType name="Remains"><xs:sequence><xs:element name="Row" type="tns:Row" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
        <xs:complexType name="Document"><xs:sequence>
          <xs:element name="Number" type="xs:string"/><xs:element name="Date" type="xs:dateTime"/><xs:element name="Partner" type="v8:UUID" nillable="true"/>
          <xs:element name="Comment" type="xs:string" minOccurs="0"/><xs:element name="Rows" type="tns:Remains"/>
        </xs:sequence></xs:complexType>
        <xs:complexType name="Values"><xs:sequence>
          <xs:element name="String" type="xs:string"/><xs:element name="Boolean" type="xs:boolean"/><xs:element name="Int" type="xs:int"/><xs:element name="Long" type="xs:long"/>
          <xs:element name="Integer" type="xs:integer"/><xs:element name="Decimal" type="xs:decimal"/><xs:element name="Double" type="xs:double"/>
          <xs:element name="DateTime" type="xs:dateTime"/><xs:element name="Date" type="xs:date"/><xs:element name="Time" type="xs:time"/>
          <xs:element name="Binary" type="xs:base64Binary"/><xs:element name="UUID" type="v8:UUID"/><xs:element name="Any" nillable="true"/>
        </xs:sequence></xs:complexType>
        <xs:complexType name="Список"><xs:sequence><xs:element name="Элемент" type="xs:string" minOccurs="0" maxOccurs="unbounded" nillable="true"/></xs:sequence></xs:complexType>
        """;

    private static readonly XNamespace Gate = "urn:demo:gate";

    public static SoapService Service { get; } = new("TerminalGate", Gate.NamespaceName, "terminalgate.1cws", Types,
    [
        Function("Ping", "xs:string", [], _ => new SoapAnswer("")),
        Function("GetRemains", "tns:Remains", [In("Warehouse"), In("OnDate", "xs:dateTime"), new("Comment", "xs:string", SoapDirection.InOut, true)],
            call => new SoapAnswer(Remains(call), ("Comment", call.Text("Comment") is null ? "calculated" : call.Text("Comment") + ", calculated"))),
        Function("Add", "xs:decimal", [In("A", "xs:decimal"), In("B", "xs:decimal")], call => new SoapAnswer(call.Decimal("A") + call.Decimal("B"))),
        Function("EchoNil", "xs:string", [new("Value", "xs:string", Nillable: true)], call => new SoapAnswer(call.Same("Value")), nillable: true),
        Function("EchoValues", "tns:Values", [In("Values", "tns:Values")], call => new SoapAnswer(call.Same("Values"))),
        Function("SaveDocument", "xs:string", [In("Document", "tns:Document"), new("Note", "xs:string", Optional: true)], Save),
        Procedure("Swap", [new("A", "xs:string", SoapDirection.InOut, true), new("B", "xs:string", SoapDirection.InOut, true)],
            call => new SoapAnswer(null, ("A", call.Same("B")), ("B", call.Same("A")))),
        Procedure("Notify", [In("Text")], call => Effect(call, $"Notify {call.Text("Text")}", null)),
        Function("GetStamp", "xs:string", [new("Stamp", "xs:dateTime", SoapDirection.Out), new("Empty", "xs:dateTime", SoapDirection.Out)],
            _ => new SoapAnswer("готово", ("Stamp", new DateTime(2026, 3, 1, 10, 20, 30, DateTimeKind.Unspecified)), ("Empty", DateTime.MinValue))),
        Function("Структура", "v8:Structure", [], _ => new SoapAnswer(CoreValues.Structure(("Код", "A-1"), ("Количество", 12.5m), ("Годен", true),
            ("Дата", new DateTime(2026, 3, 1, 10, 20, 30, DateTimeKind.Unspecified)), ("Пусто", null), ("Вложение", CoreValues.Typed(CoreValues.Structure(("Ключ", "три")), "Structure"))))),
        Function("Массив", "v8:Array", [], _ => new SoapAnswer(CoreValues.Array("один", 2m, null, CoreValues.Typed(CoreValues.Array("вложенный"), "Array")))),
        Function("Список", "tns:Список", [], _ => new SoapAnswer(SoapContent.Of(new XElement(Gate + "Элемент", "первый"), new XElement(Gate + "Элемент", SoapNames.Nil)))),
        Function("Таблица", "tns:Remains", [In("Строк", "xs:int")], call => new SoapAnswer(Rows(Enumerable.Range(1, call.Number("Строк")).Select(row => ($"A-{row}", row * 1.5m))))),
        Function("МояФункция", "xs:string", [], call => Effect(call, "МояФункция", "выполнено")),
        Function("Fail", "xs:string", [In("Kind")], Fail),
        new("Pause", new("return", "xs:boolean"), [In("Milliseconds", "xs:int")], async call =>
        {
            await Task.Delay(call.Number("Milliseconds"));
            return new SoapAnswer(true);
        }),
        GateAnyFunction.Operation,
    ]);

    private static SoapParameter In(string name, string type = "xs:string") => new(name, type);

    private static SoapOperation Function(string name, string type, SoapParameter[] parameters, Func<SoapCall, SoapAnswer> run, bool nillable = false) =>
        new(name, new SoapParameter("return", type, Nillable: nillable), parameters, call => Task.FromResult(run(call)));

    private static SoapOperation Procedure(string name, SoapParameter[] parameters, Func<SoapCall, SoapAnswer> run) =>
        new(name, null, parameters, call => Task.FromResult(run(call)));

    private static SoapContent Remains(SoapCall call) => call.Text("Warehouse") == "000000007" ? Rows([("A-1", 12.5m), ("A-2", 3m)]) : Rows([]);

    private static SoapContent Rows(IEnumerable<(string Code, decimal Qty)> rows) => SoapContent.Of(
        [.. rows.Select(row => new XElement(Gate + "Row", new XElement(Gate + "Code", row.Code), new XElement(Gate + "Qty", row.Qty.ToString("0.00", CultureInfo.InvariantCulture))))]);

    // Success is an empty string; anything else is the error, with HTTP 200.
    private static SoapAnswer Save(SoapCall call)
    {
        var number = call.Element("Document")!.Element(Gate + "Number")!.Value;
        return number.StartsWith("ЗАПРЕТ", StringComparison.Ordinal) ? new SoapAnswer($"Документ {number}: период закрыт") : Effect(call, $"SaveDocument {number}", "");
    }

    private static SoapAnswer Effect(SoapCall call, string what, object? given)
    {
        call.Base.Effects.Add(what);
        return new SoapAnswer(given);
    }

    private static SoapAnswer Fail(SoapCall call) => throw new SoapFaultException(call.Text("Kind") switch
    {
        "plain" => "Склад не найден",
        "licence" => "Не обнаружено свободной лицензии!",
        "nested" => "{WebСервис.TerminalGate.Модуль(12)}: Ошибка при вызове метода контекста (Записать)\nпо причине:\nНе удалось записать: «Заказ»!",
        "empty" => "",
        _ => "{WebСервис.TerminalGate.Модуль(42)}: Склад не найден",
    });
}
