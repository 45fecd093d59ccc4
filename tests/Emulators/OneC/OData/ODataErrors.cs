using System.Globalization;
using System.Security;
using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>Error documents of OData, in JSON and XML.</summary>
internal static class ODataErrors
{
    public static OneCReply Reply(ODataException error, bool asXml)
    {
        var code = error.Code.ToString(CultureInfo.InvariantCulture);
        return asXml
            ? OneCReply.Text(error.Status, $"""
                <?xml version="1.0" encoding="UTF-8"?>
                <m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><m:code>{code}</m:code><m:message xml:lang="ru">{SecurityElement.Escape(error.Message)}</m:message></m:error>
                """, "application/xml; charset=utf-8")
            : OneCReply.Text(error.Status, JsonText.Of(new JsonObject
            {
                ["odata.error"] = new JsonObject { ["code"] = code, ["message"] = new JsonObject { ["lang"] = "ru", ["value"] = error.Message } },
            }), "application/json;charset=utf-8");
    }

    public static bool WantsXml(OneCRequest request, OneCOptions options) => options.ODataErrorsAsXml || !ODataFormat.WantsJson(request);
}
