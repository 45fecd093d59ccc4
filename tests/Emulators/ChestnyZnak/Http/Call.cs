using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Emulators.ChestnyZnak;

/// <summary>One request as a service sees it.</summary>
internal sealed record Call(World World, string Service, string Version, string Method, string Path, string Target)
{
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Query { get; init; }

    public required IHeaderDictionary Headers { get; init; }

    public required byte[] Body { get; init; }

    public required CmsReader Cms { get; init; }

    public required RateGate Rates { get; init; }

    public required Uri Root { get; init; }

    public IReadOnlyDictionary<string, string> Ids { get; init; } = new Dictionary<string, string>();

    public Organisation? Caller { get; init; }

    public Fault? Fault { get; set; }

    public ChestnyZnakOptions Options => World.Options;

    public Organisation Own => Caller ?? throw new InvalidOperationException($"{Service} {Path} has no caller: its route is open.");

    public string Header(string name) => Headers[name].ToString();

    public string? Ask(string name) => Query.TryGetValue(name, out var values) ? values[0] : null;

    public string Need(string name) => Ask(name) is { Length: > 0 } value ? value : throw new RefusalException(400, $"Не указан параметр {name}");

    public int Number(string name, int otherwise, int least, int most)
    {
        if (Ask(name) is not { } text) return otherwise;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            throw new RefusalException(400, $"Параметр {name} должен быть от {least} до {most}");
        }

        return number;
    }

    public JsonObject Object() => Json() as JsonObject ?? throw new RefusalException(400, "Тело запроса должно быть объектом JSON");

    public JsonArray Array() => Json() as JsonArray ?? throw new RefusalException(400, "Тело запроса должно быть массивом JSON");

    private JsonNode? Json()
    {
        if (!Header("Content-Type").StartsWith("application/json", StringComparison.OrdinalIgnoreCase)) throw new RefusalException(415, "Content-Type должен быть application/json");
        try
        {
            return JsonNode.Parse(Body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            throw new RefusalException(400, $"Тело запроса не является JSON: {error.Message}");
        }
    }
}
