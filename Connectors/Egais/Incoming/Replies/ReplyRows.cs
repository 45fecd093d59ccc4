using System.Collections;
using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The rows of an answer that has been read through once: what is read here again is known to be well formed.</summary>
internal sealed class ReplyRows(ReadOnlyMemory<byte> xml, ReplyShape shape) : IEnumerable<ConnectorRecord>
{
    public IEnumerator<ConnectorRecord> GetEnumerator()
    {
        using var reader = XmlSource.Open(xml);
        string? owner = null;
        if (!Envelope.ToBody(reader, ref owner)) yield break;
        foreach (var row in new BodyWalk(reader, shape.Rows).Rows()) yield return shape.Row(row);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
