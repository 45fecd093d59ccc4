using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Reads the text of <c>connectors.json</c> into a snapshot, all problems together.</summary>
internal sealed class ConnectorsFile(string name, SecretSource secrets, IReadOnlySet<string> builtIn)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly EntryReader entries = new(new SettingsReader(secrets), builtIn);

    /// <exception cref="ConnectorsConfigException">The text as a whole cannot be read.</exception>
    public ConnectorsSnapshot Parse(string text)
    {
        try
        {
            return ParseRoot(text);
        }
        catch (InvalidOperationException undecodable)
        {
            throw Unreadable("a text in it holds half a character", "в тексте половина символа", undecodable);
        }
    }

    private ConnectorsSnapshot ParseRoot(string text)
    {
        using var document = Json(text);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !TryGetList(root, out var list))
            throw Unreadable("it must be { \"connectors\": [ … ] }", "в нём должно быть { \"connectors\": [ … ] }", null);

        var problems = new List<ConfigProblem>();
        foreach (var property in root.EnumerateObject().Where(property => !IsList(property)))
            problems.Add(new ConfigProblem(name, property.Name, null, "this name is not known; known: connectors", "неизвестное имя; известно: connectors"));
        var connectors = new List<ConfiguredConnector>();
        var places = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, entry) in list.EnumerateArray().Index())
        {
            var place = $"connectors[{index}]";
            var found = new EntryProblems(name, place);
            if (entries.Read(entry, found) is { } connector) connectors.Add(Unique(connector, place, places, found));
            problems.AddRange(found.List);
        }

        return new ConnectorsSnapshot(connectors, problems);
    }

    public ConnectorsConfigException Unreadable(string why, string whyRu, Exception? cause) =>
        new($"{name} cannot be read: {why}.", cause) { MessageRu = $"{name} не читается: {whyRu}." };

    private JsonDocument Json(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            var column = (broken.BytePositionInLine ?? 0) + 1;
            throw Unreadable($"it is not JSON at line {line}, position {column}", $"это не JSON, строка {line}, позиция {column}", broken);
        }
    }

    private static ConfiguredConnector Unique(ConfiguredConnector connector, string place, Dictionary<string, string> places, EntryProblems found)
    {
        var id = connector.Options.Id;
        if (places.TryAdd(id, place)) return connector;
        found.Add("id", id, $"this id is taken by {places[id]}; ids are compared without case", $"этот id занят записью {places[id]}; регистр не различается");
        return connector with { Fault = found.FaultOf(id) };
    }

    private static bool TryGetList(JsonElement root, out JsonElement list)
    {
        list = root.EnumerateObject().FirstOrDefault(IsList).Value;
        return list.ValueKind == JsonValueKind.Array;
    }

    private static bool IsList(JsonProperty property) => property.Name.Equals("connectors", StringComparison.OrdinalIgnoreCase);
}
