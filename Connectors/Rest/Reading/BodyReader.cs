using System.Net.Http.Headers;
using Connectors.Transport;
using Microsoft.Extensions.Configuration;

namespace Connectors.Rest;

/// <summary>Reads the body of a template in one of its kinds.</summary>
internal sealed class BodyReader(RestTemplateSettings settings, string verb, TemplateProblems problems)
{
    /// <summary>Reads the body; null for none.</summary>
    public IBody? Read()
    {
        string[] given = [.. Given()];
        var type = settings.BodyType.Length == 0 ? given.Length > 0 ? given[0] : "none" : problems.Choice("bodyType", settings.BodyType, ("none", "none"), ("json", "json"), ("form", "form"), ("multipart", "multipart"), ("text", "text"), ("binary", "binary"));
        if (given.Length > 1) problems.Add("BODY_TWICE", "body", "More than one of body, form and parts is given.", "Указано больше одного из body, form и parts.", "Keep the one that is meant.", "Оставьте что-то одно.");
        if (type == "none") return null;
        if (type is "form" or "multipart" && (settings.ContentType.Length > 0 || settings.Headers.Keys.Contains("Content-Type", StringComparer.OrdinalIgnoreCase))) problems.Add("CONTENT_TYPE_FIXED", "contentType", "A form writes its content type itself.", "Тип содержимого формы пишет сам коннектор.", "Remove it; a part of a multipart body has one of its own.", "Уберите его; у части multipart есть свой тип.");
        if (verb is "GET" or "HEAD") problems.Add("BODY_NOT_ALLOWED", "verb", $"{verb} carries no body.", $"У {verb} нет тела.", "Use POST, or put the values into the query.", "Возьмите POST или передайте значения в query.");
        return type switch
        {
            "form" => new FormBody(Pairs("form", settings.Form, problems)),
            "multipart" => Multipart(),
            "text" => Text(),
            "binary" => Binary(),
            _ => Json(),
        };
    }

    public static PairTemplates Pairs(string field, IDictionary<string, string> pairs, TemplateProblems problems) =>
        new([.. pairs.Select(pair => KeyValuePair.Create(pair.Key, problems.Text($"{field}.{pair.Key}", pair.Value)))]);

    private IEnumerable<string> Given()
    {
        if (settings.Body?.Exists() == true) yield return "json";
        if (settings.Form.Count > 0) yield return "form";
        if (settings.Parts.Count > 0) yield return "multipart";
    }

    private JsonBody? Json()
    {
        if (settings.Body?.Exists() != true)
        {
            Whole();
            return null;
        }

        if (BodySource.Read(settings.Body) is { } source) return new JsonBody(source, ContentType("application/json"), at => problems.PlaceUnreadable("body", at));
        problems.Add("BODY_UNREADABLE", "body", "The body is not JSON.", "Тело — не JSON.", "Write nested JSON or one string that holds JSON; for plain text set bodyType to text.", "Запишите JSON или строку с JSON; для простого текста укажите bodyType text.");
        return null;
    }

    private TextBody Text()
    {
        var (text, content) = (problems.Text("body", Whole()), ContentType("text/plain"));
        if (TextBody.HasOwnEscapes(content) && text.Names.Any()) problems.Add("TEXT_NOT_ESCAPED", "bodyType", "Arguments would stand unescaped in this type of text.", "В тексте этого типа аргументы стояли бы без экранирования.", "Use the body of its kind: a JSON body, or a form.", "Возьмите тело нужного вида: JSON или форму.");
        return new TextBody(text, content);
    }

    private BinaryBody? Binary()
    {
        if (problems.Text("body", Whole()).Whole is { } name) return new BinaryBody(name, ContentType("application/octet-stream"));
        problems.Add("BODY_NOT_ONE_PLACE", "body", "A binary body is not one place.", "Двоичное тело — не одно место.", "Write one place and nothing else, such as {content}.", "Напишите одно место и ничего больше, например {content}.");
        return null;
    }

    private MultipartBody Multipart()
    {
        if (settings.Parts.Count == 0) Missing("parts");
        return new MultipartBody([.. settings.Parts.Select((part, at) => Part(part, problems.Within($"parts[{at}]")))]);
    }

    private static PartTemplate Part(RestPartSettings part, TemplateProblems own)
    {
        if (string.IsNullOrWhiteSpace(part.Name)) own.Add("PART_NAME_MISSING", "name", "The part has no name.", "У части нет имени.", "Give it the field's name that the service expects.", "Укажите имя поля, которого ждёт сервис.");
        var value = own.Text("value", part.Value);
        if (value.Whole is null && value.Names.Any() && (TextBody.HasOwnEscapes(part.ContentType) || TextBody.IsMarkup(part.ContentType))) own.Add("TEXT_NOT_ESCAPED", "value", "Arguments would stand unescaped in this type of text.", "В тексте этого типа аргументы стояли бы без экранирования.", "Take the whole value from one argument, such as {order}.", "Берите всё значение из одного аргумента, например {order}.");
        return new PartTemplate(part.Name, value, part.FileName.Length == 0 ? null : own.Text("fileName", part.FileName), part.ContentType.Length == 0 ? null : MediaType(part.ContentType, "contentType", own));
    }

    private string Whole()
    {
        if (settings.Body?.Value is { } text) return text;
        Missing("body");
        return "";
    }

    private void Missing(string field) =>
        problems.Add("BODY_MISSING", field, $"The body is {settings.BodyType}, but \"{field}\" is not given.", $"Тело — {settings.BodyType}, но \"{field}\" не указано.", $"Write \"{field}\" or remove bodyType.", $"Укажите \"{field}\" или уберите bodyType.");

    private string ContentType(string usual)
    {
        // A header is looked at beside a contentType too: it is the one that is sent.
        var header = settings.Headers.TryGetValue("Content-Type", out var given) ? MediaType(given, "headers.Content-Type", problems) : null;
        return settings.ContentType.Length > 0 ? MediaType(settings.ContentType, "contentType", problems) : header ?? usual;
    }

    private static string MediaType(string text, string field, TemplateProblems problems)
    {
        if (TransportBody.IsType(text)) return text;
        if (MediaTypeHeaderValue.TryParse(text, out _)) problems.Add("CHARSET_UNKNOWN", field, "The character set of this content type is not known.", "Кодировка этого типа содержимого неизвестна.", "Write one such as utf-8 or windows-1251, or leave it out for utf-8.", "Укажите, например, utf-8 или windows-1251; без кодировки будет utf-8.");
        else problems.Add("CONTENT_TYPE_UNREADABLE", field, "This is not a content type.", "Это не тип содержимого.", "Write one such as application/json or text/csv; charset=utf-8.", "Запишите его как application/json или text/csv; charset=utf-8.");
        return "application/octet-stream";
    }
}
