using Connectors.Transport;
using Connectors.Transport.Arguments;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Rest;

/// <summary>A JSON body with places: a text that is one place becomes the typed value, a place amid text becomes text.</summary>
internal sealed class BodyTemplate
{
    private readonly Func<BoundArguments, JToken?> root;

    private BodyTemplate(JToken source, List<TextTemplate> texts, List<string> problems) => root = Compile(source, texts, problems);

    /// <summary>The texts with places, in the order met.</summary>
    public IReadOnlyList<TextTemplate> Texts { get; private init; } = [];

    public static BodyTemplate Of(JToken source, List<string> problems)
    {
        var texts = new List<TextTemplate>();
        return new BodyTemplate(source, texts, problems) { Texts = texts };
    }

    public string Render(BoundArguments arguments) => (root(arguments) ?? JValue.CreateNull()).ToString(Formatting.None);

    private static Func<BoundArguments, JToken?> Compile(JToken source, List<TextTemplate> texts, List<string> problems)
    {
        switch (source)
        {
            case JObject fields:
                var members = fields.Properties().Select(field => (field.Name, Value: Compile(field.Value, texts, problems))).ToList();
                return arguments => ObjectOf(members, arguments);
            case JArray items:
                var elements = items.Select(item => Compile(item, texts, problems)).ToList();
                return arguments => new JArray(elements.Select(element => element(arguments)).Where(token => token is not null));
            case JValue { Type: JTokenType.String } text:
                return CompileText((string)text!, texts, problems);
            default:
                return _ => source.DeepClone();
        }
    }

    private static Func<BoundArguments, JToken?> CompileText(string text, List<TextTemplate> texts, List<string> problems)
    {
        var template = TextTemplate.Parse(text, out var problem);
        if (template is null)
        {
            problems.Add($"'{text}': {problem}");
            return _ => null;
        }

        texts.Add(template);
        return template.Whole is { } name
            ? arguments => arguments.TryGet(name, out var value) ? JsonValues.ToJson(value) : null
            : arguments => new JValue(template.Render(arguments.TextOf));
    }

    // A member whose optional argument was not given is left out; one given as null is sent as null.
    private static JObject ObjectOf(List<(string Name, Func<BoundArguments, JToken?> Value)> members, BoundArguments arguments)
    {
        var made = new JObject();
        foreach (var (name, value) in members)
        {
            if (value(arguments) is { } token) made.Add(name, token);
        }

        return made;
    }
}
