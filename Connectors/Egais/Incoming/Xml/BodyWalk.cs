using System.Xml;

namespace Connectors.Egais;

/// <summary>Goes once through a body: its rows are handed out one by one, the rest gathers in <see cref="Head"/>, which is complete behind the last row.</summary>
/// <param name="reader">Stands on the body; behind it in the end.</param>
/// <param name="shape">Where the rows are.</param>
internal sealed class BodyWalk(XmlReader reader, RowShape shape)
{
    public XmlPart Head { get; } = new(reader.LocalName, (reader as IXmlLineInfo)?.LineNumber ?? 0, (reader as IXmlLineInfo)?.LinePosition ?? 0);

    /// <summary>The rows, read.</summary>
    public IEnumerable<XmlPart> Rows()
    {
        var depth = reader.Depth;
        if (!Enter()) yield break;
        while (ToRow(depth)) yield return XmlPart.Read(reader);
        reader.Read();
    }

    /// <summary>Counts the rows without keeping anything of them.</summary>
    public int Count()
    {
        var (depth, count) = (reader.Depth, 0);
        if (!Enter()) return 0;
        for (; ToRow(depth); count++) XmlPart.Skim(reader);
        reader.Read();
        return count;
    }

    private bool Enter()
    {
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        return !isEmpty;
    }

    // On the next row, or false on the end of the body.
    private bool ToRow(int depth)
    {
        while (reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            var isTop = reader.Depth == depth + 1;
            if (!isTop && shape.IsRow(reader.LocalName)) return true;
            if (isTop && !shape.IsContainer(reader.LocalName)) Head.Add(XmlPart.Read(reader));
            else if (reader.Depth > XmlPart.DeepestLevel) XmlPart.Skim(reader);
            else reader.Read();
        }

        return false;
    }
}
