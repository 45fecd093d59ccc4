using System.Xml.Linq;

namespace Emulators.OneC;

/// <summary>The description of published objects: EDMX of OData 3, namespace StandardODATA.</summary>
internal static class MetadataDocument
{
    private static readonly XNamespace Edmx = "http://schemas.microsoft.com/ado/2007/06/edmx", Edm = "http://schemas.microsoft.com/ado/2009/11/edm",
        Meta = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata";

    public static OneCReply Reply(IReadOnlySet<string>? published)
    {
        var sets = TradeModel.Sets.Where(set => published is null || published.Contains(set.Name)).ToList();
        var schema = new XElement(Edm + "Schema", new XAttribute("Namespace", "StandardODATA"),
            TradeModel.Enums.Select(one => new XElement(Edm + "EnumType", Name(one.Key), one.Value.Select(member => new XElement(Edm + "Member", Name(member))))),
            sets.SelectMany(Types), sets.SelectMany(set => set.Fields.Where(field => field.Kind == FieldKind.Reference).Select(field => Association(set, field))), Container(sets));
        var document = new XElement(Edmx + "Edmx", new XAttribute("Version", "1.0"), new XAttribute(XNamespace.Xmlns + "edmx", Edmx.NamespaceName),
            new XElement(Edmx + "DataServices", new XAttribute(XNamespace.Xmlns + "m", Meta.NamespaceName), new XAttribute(Meta + "DataServiceVersion", "3.0"), new XAttribute(Meta + "MaxDataServiceVersion", "3.0"), schema));
        return OneCReply.Text(200, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.ToString(SaveOptions.DisableFormatting), "application/xml;charset=utf-8");
    }

    private static XAttribute Name(string name) => new("Name", name);

    private static XElement Property(string name, string type) => new(Edm + "Property", Name(name), new XAttribute("Type", type), new XAttribute("Nullable", "true"));

    private static IEnumerable<XElement> Properties(IEnumerable<ODataField> fields) => fields.SelectMany(field => field.Properties).Select(one => Property(one.Name, one.Edm));

    private static XElement Entity(string name, IReadOnlyList<string> key, params object?[] content) => new(Edm + "EntityType", Name(name),
        key.Count == 0 ? null : new XElement(Edm + "Key", key.Select(part => new XElement(Edm + "PropertyRef", Name(part)))), content);

    private static IEnumerable<XElement> Types(ODataSet set)
    {
        var links = set.Fields.Where(field => field.Kind == FieldKind.Reference)
            .Select(field => new XElement(Edm + "NavigationProperty", Name(field.Name), new XAttribute("Relationship", $"StandardODATA.{set.Name}_{field.Name}"), new XAttribute("FromRole", "Begin"), new XAttribute("ToRole", "End")));
        yield return Entity(set.Name, set.Key, Properties(set.Fields), set.Tables.Keys.Select(table => Property(table, $"Collection(StandardODATA.{RowType(set, table)})")), links);
        foreach (var (table, fields) in set.Tables)
        {
            yield return new XElement(Edm + "ComplexType", Name(RowType(set, table)), Properties(fields));
            if (set.HasRecords) yield return Entity(set.Name + "_RecordType", [], Properties(fields));
            else yield return Entity($"{set.Name}_{table}", ["Ref_Key", "LineNumber"], Property("Ref_Key", "Edm.Guid"), Properties(fields));
        }

        foreach (var (table, fields) in set.Virtual) yield return new XElement(Edm + "ComplexType", Name($"{set.Name}_{table}"), Properties(fields));
    }

    private static string RowType(ODataSet set, string table) => set.HasRecords ? $"{set.Name}_RowType" : $"{set.Name}_{table}_RowType";

    private static XElement Association(ODataSet set, ODataField field) => new(Edm + "Association", Name($"{set.Name}_{field.Name}"),
        new XElement(Edm + "End", new XAttribute("Role", "Begin"), new XAttribute("Type", $"StandardODATA.{set.Name}"), new XAttribute("Multiplicity", "*")),
        new XElement(Edm + "End", new XAttribute("Role", "End"), new XAttribute("Type", $"StandardODATA.{field.Target}"), new XAttribute("Multiplicity", "0..1")));

    private static XElement Container(IReadOnlyList<ODataSet> sets) => new(Edm + "EntityContainer", Name("StandardODATA"), new XAttribute(Meta + "IsDefaultEntityContainer", "true"),
        sets.SelectMany(Names).Select(name => new XElement(Edm + "EntitySet", Name(name), new XAttribute("EntityType", "StandardODATA." + name))),
        sets.SelectMany(set => set.Virtual.Select(table => new XElement(Edm + "FunctionImport", Name(table.Key), new XAttribute("ReturnType", $"Collection(StandardODATA.{set.Name}_{table.Key})"),
            new XAttribute("IsBindable", "true"), new XElement(Edm + "Parameter", Name("bindingParameter"), new XAttribute("Type", $"Collection(StandardODATA.{set.Name})"))))));

    private static IEnumerable<string> Names(ODataSet set) => set.Tables.Keys.Select(table => set.HasRecords ? set.Name + "_RecordType" : $"{set.Name}_{table}").Prepend(set.Name);
}
