namespace Emulators.OneC;

/// <summary>The query of a request: names compared with case, each decoded once.</summary>
public sealed class OneCQuery
{
    private readonly List<(string Name, string Value)> pairs = [];

    private OneCQuery()
    {
    }

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Names => pairs.Select(pair => pair.Name);

    /// <summary>The pairs, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Pairs => pairs;

    /// <summary>The value of a name, or null.</summary>
    public string? this[string name] => pairs.Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault();

    internal static OneCQuery Parse(string raw)
    {
        var query = new OneCQuery();
        foreach (var part in raw.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            query.pairs.Add((Decode(at < 0 ? part : part[..at]), at < 0 ? "" : Decode(part[(at + 1)..])));
        }

        return query;
    }

    // A plus is a space in a form and a plus in an address; a careful caller writes neither, so the harsher reading is taken.
    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
