using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Emulators.ChestnyZnak;

/// <summary>Reads a title of a transfer document, usually in windows-1251.</summary>
internal static class TransferXml
{
    static TransferXml() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string? FileName(byte[] content) => Read(content)?.Root?.Attribute("ИдФайл")?.Value;

    /// <summary>The codes it names.</summary>
    public static IReadOnlyList<string> Codes(byte[] content) =>
        [.. Read(content)?.Descendants().Where(one => one.Name.LocalName is "КИЗ" or "НомУпак" or "ИдентТрансУпак").Select(one => one.Value) ?? []];

    public static XDocument? Read(byte[] content)
    {
        try
        {
            using var stream = new MemoryStream(content);
            return XDocument.Load(stream);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
