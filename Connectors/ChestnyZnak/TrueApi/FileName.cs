using System.Xml;

namespace Connectors.ChestnyZnak;

/// <summary>The name of an XML document (ИдФайл), by which Chestny ZNAK calls it.</summary>
internal static class FileName
{
    public static string? Of(byte[] xml)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return reader.MoveToContent() == XmlNodeType.Element ? reader.GetAttribute("ИдФайл") : null;
        }
        catch (Exception unreadable) when (unreadable is XmlException or ArgumentException)
        {
            return null;
        }
    }
}
