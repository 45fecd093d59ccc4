using System.Text;
using System.Xml;

namespace Connectors.ChestnyZnak;

/// <summary>The name of an XML document (ИдФайл), by which Chestny ZNAK calls it.</summary>
internal static class FileName
{
    // The reader itself knows windows-1251 only where the whole process was taught it.
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    public static string? Of(byte[] xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(Text(xml)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return reader.MoveToContent() == XmlNodeType.Element ? reader.GetAttribute("ИдФайл") : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Text(byte[] xml)
    {
        var head = Encoding.Latin1.GetString(xml, 0, Math.Min(xml.Length, 200));
        return (head.Contains("windows-1251", StringComparison.OrdinalIgnoreCase) ? Windows : Encoding.UTF8).GetString(xml).TrimStart('\uFEFF');
    }
}
