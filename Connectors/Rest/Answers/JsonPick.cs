using System.Text.RegularExpressions;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.Rest;

/// <summary>A JSONPath of the settings: plain ones are followed through values, others need the JSON tree.</summary>
internal sealed class JsonPick
{
    /// <summary>The reason of a path whose regular expression took too long for the answer.</summary>
    public const string TooSlow = "PATH_TOO_SLOW";

    // An answer is foreign text: some texts keep a regular expression busy for years.
    private static readonly JsonSelectSettings Limits = new() { RegexMatchTimeout = TimeSpan.FromSeconds(1) };

    private readonly JsonRoute? route;

    private JsonPick(string path, JsonRoute? route)
    {
        Path = path;
        this.route = route;
        MeansMany = route is null && (path.Contains("..", StringComparison.Ordinal) || path.IndexOfAny(['*', '?', ',', ':']) >= 0);
    }

    public string Path { get; }

    /// <summary>Whether the path means any number of values: its result is then a list.</summary>
    public bool MeansMany { get; }

    public bool NeedsTree => route is null;

    public static JsonPick? Parse(string path, out string? problem)
    {
        problem = null;
        try
        {
            _ = new JObject().SelectTokens(path).Any();
            return new JsonPick(path, JsonRoute.Parse(path));
        }
        catch (JsonException wrong)
        {
            problem = wrong.Message;
            return null;
        }
    }

    /// <summary>The member with a name, whatever letters it has.</summary>
    public static JsonPick Member(string name) => new(name, JsonRoute.Member(name));

    /// <summary>The value within an answer; false where there is none.</summary>
    public bool TryFind(RestAnswer answer, out object? value) => TryFind(NeedsTree ? answer.Tree : answer.Value, out value);

    /// <summary>The value within a part of an answer, which is a value or, where the path needs it, a tree.</summary>
    public bool TryFind(object? node, out object? value)
    {
        if (node is not JToken tree) return route!.TryFollow(node, out value);
        var found = Select(tree);
        value = MeansMany ? JsonValues.FromJson(new JArray(found)) : found.Count == 0 ? null : JsonValues.FromJson(found[0]);
        return MeansMany || found.Count > 0;
    }

    /// <summary>The parts of a tree the path means, for rows whose columns need it.</summary>
    public JToken? Part(JToken tree)
    {
        var found = Select(tree);
        return MeansMany ? new JArray(found) : found.Count == 0 ? null : found[0];
    }

    private List<JToken> Select(JToken tree)
    {
        try
        {
            return [.. tree.SelectTokens(Path, Limits)];
        }
        catch (RegexMatchTimeoutException)
        {
            throw ResultErrors.SlowPath(Path);
        }
    }
}
