using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Rest;

/// <summary>A JSON body with places: a text that is one place becomes the typed value, a place amid text becomes text.</summary>
internal sealed class JsonBody : IBody
{
    private readonly Func<RestCall, JToken?> root;
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
        var made = root(call) ?? JValue.CreateNull();
        if (call.Page is { } page) Put((JObject)made, page);
        return TransportBody.Text(made.ToString(Formatting.None), contentType);
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

    private Func<RestCall, JToken?> Compile(JToken source, Action<int> problem)
    {
        switch (source)
        {
            case JObject fields:
                var members = fields.Properties().Select(field => (field.Name, Value: Compile(field.Value, problem))).ToList();
                return call => ObjectOf(members, call);
            case JArray items:
                var elements = items.Select(item => Compile(item, problem)).ToList();
                return call => new JArray(elements.Select(element => element(call)).Where(token => token is not null));
            case JValue { Type: JTokenType.String } text:
                return CompileText((string)text!, problem);
            default:
                return _ => source.DeepClone();
        }
    }

    private Func<RestCall, JToken?> CompileText(string text, Action<int> problem)
    {
        var template = TextTemplate.Parse(text, out var wrong);
        if (template is null)
        {
            problem(wrong);
            return _ => null;
        }

        uses.AddRange(template.Uses(Places.Value));
        return template.Whole is { } name ? call => call.JsonOf(name) : call => new JValue(template.Render(call.TextOf));
    }

    // A member whose optional argument was not given is left out; one given as null is sent as null.
    private static JObject ObjectOf(List<(string Name, Func<RestCall, JToken?> Value)> members, RestCall call)
    {
        var made = new JObject();
        foreach (var (name, value) in members)
        {
            if (value(call) is { } token) made.Add(name, token);
        }

        return made;
    }
}
