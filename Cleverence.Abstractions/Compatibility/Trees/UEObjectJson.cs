using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cleverence.Connectivity.Classic;

/// <summary>Trees as JSON: repeated names become a list, text beside attributes stands under <c>#text</c>.</summary>
internal static class UEObjectJson
{
    private const string Text = "#text";

    public static UEObject Read(string json, bool atPrefix)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        return Read(null, document.RootElement, atPrefix);
    }

    public static string Write(UEObject node, bool atPrefix)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            if (string.IsNullOrEmpty(node.OName))
            {
                WriteValue(writer, node, atPrefix);
            }
            else
            {
                writer.WriteStartObject();
                writer.WritePropertyName(Name(node, atPrefix));
                WriteValue(writer, node, atPrefix);
                writer.WriteEndObject();
            }
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static UEObject Read(string? name, JsonElement json, bool atPrefix)
    {
        var node = new UEObject(name);
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                node.MarkObject();
                foreach (var member in json.EnumerateObject()) Add(node, member, atPrefix);
                break;
            case JsonValueKind.Array:
                node.IsArray = true;
                foreach (var item in json.EnumerateArray()) node.AddNode(Read(name, item, atPrefix));
                break;
            case JsonValueKind.String:
                node.OValue = json.GetString();
                break;
            case JsonValueKind.Number:
                node.OValue = JsonNumber.Exact(json) is long whole ? ClassicObjects.From(whole) : JsonNumber.Exact(json);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                node.OValue = json.GetBoolean();
                break;
        }

        return node;
    }

    private static void Add(UEObject node, JsonProperty member, bool atPrefix)
    {
        var plain = member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
        if (member.Name == Text && plain)
        {
            node.OValue = Read(null, member.Value, atPrefix).OValue;
        }
        else if (atPrefix && plain && member.Name.Length > 1 && member.Name[0] == '@')
        {
            node.SetAttribute(member.Name[1..], Read(null, member.Value, atPrefix).OValue);
        }
        else
        {
            node.AddNode(Read(member.Name, member.Value, atPrefix));
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, UEObject node, bool atPrefix)
    {
        if (node.IsArray)
        {
            writer.WriteStartArray();
            foreach (var child in node.Childs) WriteValue(writer, child, atPrefix);
            writer.WriteEndArray();
        }
        else if (node.Childs.Count == 0 && !node.IsEmptyObject)
        {
            WriteLeaf(writer, node.OValue);
        }
        else
        {
            writer.WriteStartObject();
            WriteChildren(writer, node, atPrefix);
            if (node.HasValue)
            {
                writer.WritePropertyName(Text);
                WriteLeaf(writer, node.OValue);
            }

            writer.WriteEndObject();
        }
    }

    private static void WriteChildren(Utf8JsonWriter writer, UEObject node, bool atPrefix)
    {
        foreach (var group in node.Childs.GroupBy(child => Name(child, atPrefix), StringComparer.Ordinal))
        {
            writer.WritePropertyName(group.Key);
            var children = group.ToList();
            if (children.Count == 1)
            {
                WriteValue(writer, children[0], atPrefix);
                continue;
            }

            writer.WriteStartArray();
            foreach (var child in children) WriteValue(writer, child, atPrefix);
            writer.WriteEndArray();
        }
    }

    private static string Name(UEObject node, bool atPrefix) => node.IsAttribute && atPrefix ? "@" + node.OName : node.OName ?? "";

    private static void WriteLeaf(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double or float when !double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                writer.WriteNullValue();
                break;
            case decimal or double or float or long or int or short or byte or sbyte or ushort or uint or ulong:
                writer.WriteRawValue(ConnectorValues.ToText(value));
                break;
            default:
                writer.WriteStringValue(ConnectorValues.ToText(value));
                break;
        }
    }
}
