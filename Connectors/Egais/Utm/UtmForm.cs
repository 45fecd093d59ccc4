using System.Text;
using Connectors.Transport;

namespace Connectors.Egais;

/// <summary>The form a document is posted in, written byte by byte: the framework's own leaves the quotes of names out, and some UTM do not read it then.</summary>
internal static class UtmForm
{
    private static ReadOnlySpan<byte> Bom => "\uFEFF"u8;

    public static TransportBody Of(ReadOnlySpan<byte> xml)
    {
        var document = xml.StartsWith(Bom) ? xml[Bom.Length..] : xml;
        var boundary = BoundaryOf(document);
        var head = Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; name=\"xml_file\"; filename=\"data.xml\"\r\nContent-Type: text/xml; charset=utf-8\r\n\r\n");
        var tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        var body = new byte[head.Length + document.Length + tail.Length];
        head.CopyTo(body, 0);
        document.CopyTo(body.AsSpan(head.Length));
        tail.CopyTo(body, head.Length + document.Length);
        return TransportBody.Bytes(body, $"multipart/form-data; boundary={boundary}");
    }

    // A random one cannot stand in the document by chance; one that somebody wrote into it on purpose is looked for all the same.
    private static string BoundaryOf(ReadOnlySpan<byte> document)
    {
        while (true)
        {
            var boundary = $"----{Guid.NewGuid():N}";
            if (document.IndexOf(Encoding.ASCII.GetBytes(boundary)) < 0) return boundary;
        }
    }
}
