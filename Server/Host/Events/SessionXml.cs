using System.Text;
using System.Xml;
using System.Xml.Linq;
using Cleverence.Connectivity;

namespace Server.Events;

/// <summary>The server session as event handlers may be given it: <c>DeviceInfo</c> with the header of the document inside.</summary>
internal static class SessionXml
{
    public static string Of(string? userId, string? deviceId, StoredDocument document)
    {
        var header = new XElement("Document", new XAttribute("id", Readable(document.Id)), new XAttribute("documentTypeName", Readable(document.DocumentTypeName)));
        foreach (var name in new[] { "name", "warehouseId" })
        {
            if (document.Content[name] is string text) header.SetAttributeValue(name, Readable(text));
        }

        var device = new XElement("DeviceInfo", header);
        if (deviceId is not null) device.SetAttributeValue("deviceId", Readable(deviceId));
        if (userId is not null) device.SetAttributeValue("userId", Readable(userId));
        return device.ToString(SaveOptions.DisableFormatting);
    }

    // XML cannot hold control characters and halves of characters; a handler without a session is worse than one with a mark in it.
    private static string Readable(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune));
}
