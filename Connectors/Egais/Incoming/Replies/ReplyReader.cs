using System.Xml;

namespace Connectors.Egais;

/// <summary>Reads an answer: once through it now, its rows when they are asked for.</summary>
internal static class ReplyReader
{
    public static ReplyBody Read(XmlReader reader, ReplyShape shape, ReadOnlyMemory<byte> xml)
    {
        var walk = new BodyWalk(reader, shape.Rows);
        var count = walk.Count();
        return new ReplyBody(shape.Kind, PartRecords.Of(walk.Head), shape.RowsName, count, new ReplyRows(xml, shape));
    }
}
