using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>Finds out who speaks in an answer, by its first character and its root: the content type of 1C answers says little.</summary>
internal static class OneCErrorReader
{
    private static readonly XNamespace Core = "http://v8.1c.ru/8.1/data/core";
    private static readonly string[] Envelopes = ["http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"];
    private static readonly string[] MessageNames = ["message", "error", "errorMessage", "error_description", "detail", "description", "сообщение", "ошибка", "описание"];

    public static OneCErrorText Read(OneCAnswer answer) => answer.First switch
    {
        '\0' => new(OneCErrorKind.Empty, answer.Status, null, ""),
        '<' => ReadMarkup(answer),
        '{' or '[' => ReadJson(answer),
        _ => new(OneCErrorKind.Text, answer.Status, null, answer.Text.Trim()),
    };

    /// <summary>The error an answer of success holds all the same: a page, or a document of the web extension, OData or SOAP; null for none.</summary>
    public static OneCErrorText? FindInSuccess(OneCAnswer answer)
    {
        var looks = answer.First == '<' || (answer.First == '{' && answer.Text.AsSpan(0, Math.Min(answer.Text.Length, 200)).Contains("\"odata.error\"", StringComparison.Ordinal));
        if (!looks) return null;
        var read = Read(answer);
        return read.Kind is OneCErrorKind.Page or OneCErrorKind.WebExtension or OneCErrorKind.OData or OneCErrorKind.Fault ? read : null;
    }

    /// <summary>Whether an answer is a SOAP envelope, perhaps with attachments; not read to its end.</summary>
    public static bool LooksLikeEnvelope(OneCAnswer answer) =>
        answer.ContentType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
        || (answer.First == '<' && !IsHtml(answer.Text) && answer.Text.AsSpan(0, Math.Min(answer.Text.Length, 1_000)).Contains("Envelope", StringComparison.Ordinal));

    private static OneCErrorText ReadMarkup(OneCAnswer answer)
    {
        if (IsHtml(answer.Text)) return new(OneCErrorKind.Page, answer.Status, null, answer.Text);
        // The root is looked at first: an answer of data may be large, an error never is.
        if (RootOf(answer.Text) is not { } name || name.Equals("html", StringComparison.OrdinalIgnoreCase)) return new(OneCErrorKind.Page, answer.Status, null, answer.Text);
        if (name is not ("exception" or "error" or "Envelope") || Parse(answer.Text) is not { } root) return new(OneCErrorKind.Text, answer.Status, null, answer.Text.Trim());
        return name switch
        {
            "exception" => new(OneCErrorKind.WebExtension, StatusOf(root, answer.Status), null, Inner(root, Core + "descr") ?? root.Value.Trim()),
            "error" => new(OneCErrorKind.OData, answer.Status, Local(root, "code"), Local(root, "message") ?? root.Value.Trim()),
            "Envelope" when FaultOf(root) is { } fault => new(OneCErrorKind.Fault, answer.Status, null, fault),
            _ => new(OneCErrorKind.Text, answer.Status, null, answer.Text.Trim()),
        };
    }

    private static bool IsHtml(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 1_000)).TrimStart();
        return start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && start.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    private static string? RootOf(string text)
    {
        try
        {
            using var reader = Reader(text);
            return reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static XmlReader Reader(string text) =>
        XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1_000_000 });

    private static XElement? Parse(string text)
    {
        try
        {
            using var reader = Reader(text);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static int StatusOf(XElement root, int status) =>
        int.TryParse((string?)root.Attribute("reason"), NumberStyles.None, CultureInfo.InvariantCulture, out var reason) && reason is >= 400 and < 600 ? reason : status;

    private static string? FaultOf(XElement envelope)
    {
        if (!Envelopes.Contains(envelope.Name.NamespaceName)) return null;
        var fault = envelope.Descendants().FirstOrDefault(element => element.Name == envelope.Name.Namespace + "Fault");
        return fault is null ? null : Local(fault, "faultstring") ?? fault.Descendants(envelope.Name.Namespace + "Text").FirstOrDefault()?.Value.Trim() ?? fault.Value.Trim();
    }

    private static string? Inner(XElement root, XName name) => root.Element(name)?.Value.Trim();

    private static string? Local(XElement root, string name) => root.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();

    private static OneCErrorText ReadJson(OneCAnswer answer)
    {
        JToken? body;
        try
        {
            body = JsonText.Parse(answer.Text);
        }
        catch (JsonException)
        {
            return new(OneCErrorKind.Text, answer.Status, null, answer.Text.Trim());
        }

        if (body is not JObject fields) return new(OneCErrorKind.Json, answer.Status, null, "");
        if (fields["odata.error"] is JObject odata) return new(OneCErrorKind.OData, answer.Status, TextOf(odata["code"]), TextOf(odata["message"] is JObject message ? message["value"] : odata["message"]) ?? "");
        if (fields["error"] is JObject own && own["code"] is not null && TextOf(own["message"]) is { } said)
        {
            return new(OneCErrorKind.Service, answer.Status, TextOf(own["code"]), said.Length > 0 ? said : TextOf(own["details"]) ?? "");
        }

        return new(OneCErrorKind.Json, answer.Status, null, Find(fields, 0) ?? "");
    }

    // Foreign services name it as they like, in any case, sometimes one level deeper.
    private static string? Find(JObject fields, int depth) => MessageNames
        .Select(name => fields.GetValue(name, StringComparison.OrdinalIgnoreCase))
        .Select(found => found is JObject inner && depth < 2 ? Find(inner, depth + 1) : TextOf(found))
        .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    private static string? TextOf(JToken? token) => token is JValue { Value: not null } value ? value.ToString(CultureInfo.InvariantCulture) : null;
}
