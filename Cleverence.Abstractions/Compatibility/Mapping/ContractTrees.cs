using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Cleverence.Connectivity.Classic;

/// <summary>Makes records, lists and values of JSON and XML trees. Attributes bear an <c>@</c>, text beside attributes stands under <c>#text</c>.</summary>
internal static class ContractTrees
{
    public static object? From(object tree, int depth) => tree switch
    {
        UEObject node => FromTree(node, depth),
        XDocument document => FromXml(document.Root?.ToString(SaveOptions.DisableFormatting), depth),
        XElement element => FromXml(element.ToString(SaveOptions.DisableFormatting), depth),
        XmlDocument document => FromXml(document.DocumentElement?.OuterXml, depth),
        XmlElement element => FromXml(element.OuterXml, depth),
        XNode node => node.ToString(),
        XmlNode node => node.Value ?? node.InnerText,
        JsonNode json => FromJson(json.ToJsonString(), depth),
        JsonDocument json => FromJson(json.RootElement, depth),
        JsonElement json => FromJson(json, depth),
        _ => throw ContractValues.Refused($"the type {tree.GetType()} is no tree"),
    };

    /// <summary>A JSON tree of a library the plugin brought along: known by its name, because the plugin's copy is not ours.</summary>
    public static bool IsForeignJson(object value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == "Newtonsoft.Json.Linq.JToken") return true;
        }

        return false;
    }

    /// <summary>Such a tree writes itself as JSON text.</summary>
    public static object? FromForeignJson(object value, int depth) =>
        value.GetType().Name == "JValue" && value.GetType().GetProperty("Value")?.GetValue(value) is var plain
            ? ContractValues.From(plain, depth + 1)
            : FromJson(value.ToString() ?? "null", depth);

    private static object? FromXml(string? xml, int depth) => xml is null ? null : FromTree(UEObject.FromXml(xml), depth);

    private static object? FromJson(string json, int depth)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = ValueShaper.MaxDepth + 1 });
        return FromJson(document.RootElement, depth);
    }

    private static object? FromJson(JsonElement json, int depth)
    {
        if (depth > ValueShaper.MaxDepth) throw ContractValues.TooDeep();
        return json.ValueKind switch
        {
            JsonValueKind.Object => new ConnectorRecord(json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, FromJson(member.Value, depth + 1)))),
            JsonValueKind.Array => json.EnumerateArray().Select(item => FromJson(item, depth + 1)).ToList(),
            JsonValueKind.Number => JsonNumber.Exact(json) is double or null ? throw ContractValues.Refused($"the number {json.GetRawText()}") : JsonNumber.Exact(json),
            JsonValueKind.String => json.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };
    }

    private static object? FromTree(UEObject node, int depth)
    {
        if (depth > ValueShaper.MaxDepth) throw ContractValues.TooDeep();
        if (node.IsArray) return node.Childs.Select(child => FromTree(child, depth + 1)).ToList();
        if (node.Childs.Count == 0 && !node.IsEmptyObject) return ContractValues.From(node.OValue, depth + 1);
        var record = new ConnectorRecord();
        foreach (var group in node.Childs.GroupBy(child => (child.OName, child.IsAttribute)))
        {
            var name = group.Key.IsAttribute ? "@" + group.Key.OName : group.Key.OName ?? "";
            var values = group.Select(child => FromTree(child, depth + 1)).ToList();
            record[name] = values.Count == 1 ? values[0] : values;
        }

        if (node.HasValue) record["#text"] = ContractValues.From(node.OValue, depth + 1);
        return record;
    }
}
