using System.Globalization;
using System.Text;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Rest;

/// <summary>A JSON body with places: a text that is one place becomes the typed value, a place amid text becomes text.</summary>
internal sealed class JsonBody : IBody
{
    // Writes a value, after the name of the member it is of; false where its argument was not given, and nothing was written.
    private delegate bool Part(RestCall call, JsonWriter to, string? member);

    private readonly Part root;
    private readonly string contentType;
    private readonly List<PlaceUse> uses = [];

    /// <summary>Compiles a body; the problems are those of its texts.</summary>
    public JsonBody(JToken source, string contentType, Action<int> problem)
    {
        this.contentType = contentType;
        IsObject = source is JObject;
        root = Compile(source, problem);
    }

    public IReadOnlyList<PlaceUse> Uses => uses;

    /// <summary>Whether it is an object, which can take another member.</summary>
    public bool IsObject { get; }

    public TransportBody Render(RestCall call)
    {
        var text = new StringBuilder(64);
        using var writer = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture));
        if (call.Page is { } page) Paged(call, page).WriteTo(writer);
        else Write(call, writer);
        writer.Flush();
        return TransportBody.Text(text.ToString(), contentType);
    }

    private void Write(RestCall call, JsonWriter to)
    {
        if (!root(call, to, null)) to.WriteNull();
    }

    // Only a body that takes another member has to stand as a whole first.
    private JObject Paged(RestCall call, PageField page)
    {
        using var whole = new JTokenWriter();
        Write(call, whole);
        var made = (JObject)whole.Token!;
        Put(made, page);
        return made;
    }

    private static void Put(JObject at, PageField page)
    {
        var names = page.Name.Split('.');
        foreach (var name in names[..^1])
        {
            if (at[name] is not JObject inner) at[name] = inner = [];
            at = inner;
        }

        at[names[^1]] = JsonValues.ToJson(page.Value);
    }

    private Part Compile(JToken source, Action<int> problem)
    {
        switch (source)
        {
            case JObject fields:
                var members = fields.Properties().Select(field => (field.Name, Value: Compile(field.Value, problem))).ToList();
                return (call, to, member) => WriteObject(members, call, Named(to, member));
            case JArray items:
                var elements = items.Select(item => Compile(item, problem)).ToList();
                return (call, to, member) => WriteArray(elements, call, Named(to, member));
            case JValue { Type: JTokenType.String } text:
                return CompileText((string)text!, problem);
            default:
                return (_, to, member) => WriteToken(source, Named(to, member));
        }
    }

    private Part CompileText(string text, Action<int> problem)
    {
        var template = TextTemplate.Parse(text, out var wrong);
        if (template is null)
        {
            problem(wrong);
            return (_, _, _) => false;
        }

        uses.AddRange(template.Uses(Places.Value));
        return template.Whole is { } name
            ? (call, to, member) => call.JsonOf(name) is { } token && WriteToken(token, Named(to, member))
            : (call, to, member) => WriteToken(new JValue(template.Render(call.TextOf)), Named(to, member));
    }

    private static JsonWriter Named(JsonWriter to, string? member)
    {
        if (member is not null) to.WritePropertyName(member);
        return to;
    }

    // A member whose optional argument was not given is left out; one given as null is sent as null.
    private static bool WriteObject(List<(string Name, Part Value)> members, RestCall call, JsonWriter to)
    {
        to.WriteStartObject();
        foreach (var (name, value) in members) value(call, to, name);
        to.WriteEndObject();
        return true;
    }

    private static bool WriteArray(List<Part> elements, RestCall call, JsonWriter to)
    {
        to.WriteStartArray();
        foreach (var element in elements) element(call, to, null);
        to.WriteEndArray();
        return true;
    }

    private static bool WriteToken(JToken token, JsonWriter to)
    {
        token.WriteTo(to);
        return true;
    }
}
