using System.Xml;

namespace Connectors.Egais;

/// <summary>Reads the registration of an act of charge-on.</summary>
internal static class InventoryReader
{
    private static readonly RowShape Shape = new("Content", "Position");

    public static InventoryRegistration Read(XmlReader reader)
    {
        var walk = new BodyWalk(reader, Shape);
        var positions = walk.Rows().Select(Position).ToList();
        var header = walk.Head.Find("Header") ?? throw walk.Head.Lacks("Header");
        return new InventoryRegistration(header.Required("ActRegId"))
        {
            Identity = header.Value("Identity") ?? walk.Head.Value("Identity"),
            Number = header.Value("Number"),
            Positions = positions,
        };
    }

    private static InventoryPosition Position(XmlPart position) => new(position.Required("Identity"), position.Value("InformF1RegId"))
    {
        Items = [.. position.Everywhere("InformF2Item").Select(item => new InventoryF2(item.Required("F2RegId")) { Identity = item.Value("Identity"), Marks = MarksReader.All(item.Find("MarkInfo")) })],
    };
}
