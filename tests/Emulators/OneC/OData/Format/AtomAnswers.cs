using System.Xml.Linq;

namespace Emulators.OneC;

/// <summary>Answers in Atom, which 1C gives to whoever does not ask for JSON.</summary>
internal static class AtomAnswers
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", App = "http://www.w3.org/2007/app",
        Meta = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata", Data = "http://schemas.microsoft.com/ado/2007/08/dataservices";

    public static OneCReply List(ODataReading reading, ODataPage page, string? next)
    {
        var feed = new XElement(Atom + "feed", Declarations, new XElement(Atom + "id", $"{reading.Root}/{reading.Source.Name}"), new XElement(Atom + "title", reading.Source.Name));
        if (page.Count is { } count) feed.Add(new XElement(Meta + "count", count));
        feed.Add(page.Rows.Select(row => Entry(reading, row)));
        if (next is not null) feed.Add(new XElement(Atom + "link", new XAttribute("rel", "next"), new XAttribute("href", next)));
        return Reply(200, feed, "application/atom+xml;type=feed;charset=utf-8");
    }

    public static OneCReply One(ODataReading reading, ODataRow row, int status = 200)
    {
        var entry = Entry(reading, row);
        entry.Add(Declarations);
        return Reply(status, entry, "application/atom+xml;type=entry;charset=utf-8");
    }

    public static OneCReply Value(string name, object? value, string edm) => Reply(200, Property(name, value, edm), "application/xml;charset=utf-8");

    public static OneCReply Service(string root, IEnumerable<string> names) => Reply(200, new XElement(App + "service", new XAttribute(XNamespace.Xml + "base", root + "/"),
        new XElement(App + "workspace", new XElement(Atom + "title", "Default"),
            names.Select(name => new XElement(App + "collection", new XAttribute("href", name), new XElement(Atom + "title", name))))), "application/atomsvc+xml;charset=utf-8");

    private static object[] Declarations => [new XAttribute(XNamespace.Xmlns + "m", Meta.NamespaceName), new XAttribute(XNamespace.Xmlns + "d", Data.NamespaceName)];

    private static OneCReply Reply(int status, XElement root, string type) => OneCReply.Text(status, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.ToString(SaveOptions.DisableFormatting), type);

    private static XElement Entry(ODataReading reading, ODataRow row)
    {
        var (source, selection) = (reading.Source, reading.Selection);
        var properties = new XElement(Meta + "properties");
        foreach (var field in source.Fields) properties.Add(Properties(row, field, selection.HasProperty));
        foreach (var (name, fields) in source.Tables.Where(table => selection.HasTables(table.Key)))
        {
            var type = $"StandardODATA.{source.Name}_{name}_RowType";
            properties.Add(new XElement(Data + name, new XAttribute(Meta + "type", $"Collection({type})"),
                row.Table(name).Select(line => new XElement(Data + "element", new XAttribute(Meta + "type", type), fields.SelectMany(field => Properties(line, field, _ => true))))));
        }

        return new XElement(Atom + "entry", new XElement(Atom + "id", $"{reading.Root}/{source.AddressOf(row)}"),
            new XElement(Atom + "category", new XAttribute("term", "StandardODATA." + source.Name), new XAttribute("scheme", Data.NamespaceName + "/scheme")),
            new XElement(Atom + "content", new XAttribute("type", "application/xml"), properties));
    }

    private static IEnumerable<XElement> Properties(ODataRow row, ODataField field, Func<string, bool> wanted) => field.Properties
        .Where(one => one.Edm != "Edm.Stream" && wanted(one.Name))
        .Select(one => Property(one.Name, row.GetValueOrDefault(one.Name) ?? ODataDefaults.Of(field, one.Name), one.Edm));

    private static XElement Property(string name, object? value, string edm) =>
        new(Data + name, edm == "Edm.String" ? null : new XAttribute(Meta + "type", edm), value is null ? new XAttribute(Meta + "null", "true") : ODataDefaults.Text(value));
}
