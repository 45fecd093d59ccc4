using System.Xml.Linq;
using Cleverence.Connectivity;

namespace Server.Events;

/// <summary>The server session as event handlers may be given it: <c>DeviceInfo</c> with the header of the document inside.</summary>
internal static class SessionXml
{
    public static string Of(string? userId, string? deviceId, StoredDocument document)
    {
        var header = new XElement("Document", new XAttribute("id", document.Id), new XAttribute("documentTypeName", document.DocumentTypeName));
        foreach (var name in new[] { "name", "warehouseId" })
        {
            if (document.Content[name] is string text) header.SetAttributeValue(name, text);
        }

        var device = new XElement("DeviceInfo", header);
        if (deviceId is not null) device.SetAttributeValue("deviceId", deviceId);
        if (userId is not null) device.SetAttributeValue("userId", userId);
        return device.ToString(SaveOptions.DisableFormatting);
    }
}
