using System.Buffers;
using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>A plain JSONPath, only names and numbers (<c>$.data.rows[0]['имя']</c>), followed through values without a JSON tree.</summary>
internal sealed class JsonRoute
{
    private static readonly SearchValues<char> Special = SearchValues.Create("*?,:'\"()@$] ");
    private readonly List<object> steps = [];

    private JsonRoute()
    {
    }

    /// <summary>Reads a path; null where it needs more than names and numbers.</summary>
    public static JsonRoute? Parse(string path)
    {
        var route = new JsonRoute();
        var rest = path.AsSpan();
        if (rest is ['$', ..]) rest = rest[1..];
        else if (rest.Length > 0 && rest[0] != '[') return route.Read($".{path}") ? route : null;
        return route.Read(rest) ? route : null;
    }

    /// <summary>The way to a member of any name.</summary>
    public static JsonRoute Member(string name)
    {
        var route = new JsonRoute();
        route.steps.Add(name);
        return route;
    }

    /// <summary>Follows the path; false where something on the way is not there.</summary>
    public bool TryFollow(object? value, out object? found)
    {
        found = value;
        foreach (var step in steps)
        {
            if (TryStep(step, ref found)) continue;
            found = null;
            return false;
        }

        return true;
    }

    private static bool TryStep(object step, ref object? at)
    {
        if (step is int index)
        {
            if (at is not IReadOnlyList<object?> items || index >= items.Count) return false;
            at = items[index];
            return true;
        }

        if (at is not ConnectorRecord record) return false;
        foreach (var (name, value) in record)
        {
            if (!string.Equals(name, (string)step, StringComparison.Ordinal)) continue;
            at = value;
            return true;
        }

        return false;
    }

    private bool Read(ReadOnlySpan<char> rest)
    {
        while (rest.Length > 0)
        {
            var taken = rest[0] switch { '.' => Name(rest), '[' => Bracket(rest), _ => 0 };
            if (taken == 0) return false;
            rest = rest[taken..];
        }

        return true;
    }

    private int Name(ReadOnlySpan<char> rest)
    {
        var end = rest[1..].IndexOfAny('.', '[');
        var name = end < 0 ? rest[1..] : rest[1..(end + 1)];
        if (name.Length == 0 || name.ContainsAny(Special)) return 0;
        steps.Add(name.ToString());
        return name.Length + 1;
    }

    private int Bracket(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(']');
        if (end < 2) return 0;
        var inside = rest[1..end];
        if (int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) steps.Add(index);
        else if (inside is ['\'', .., '\''] && inside.Length > 2 && inside[1..^1].IndexOfAny('\'', '\\') < 0) steps.Add(inside[1..^1].ToString());
        else return 0;
        return end + 1;
    }
}
