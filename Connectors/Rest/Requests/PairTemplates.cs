namespace Connectors.Rest;

/// <summary>The pairs of a query or form: one whose argument is not given is left out, a list repeats its pair.</summary>
internal sealed class PairTemplates(IReadOnlyList<KeyValuePair<string, TextTemplate>> pairs)
{
    public IReadOnlyList<PlaceUse> Uses { get; } = [.. pairs.SelectMany(pair => pair.Value.Uses(Places.Pair))];

    public IReadOnlyList<KeyValuePair<string, string>> Render(RestCall call)
    {
        if (pairs.Count == 0) return [];
        var made = new List<KeyValuePair<string, string>>(pairs.Count);
        foreach (var (name, value) in pairs)
        {
            if (value.Whole is not { } only) made.Add(new(name, value.Render(call.TextOf)));
            else if (call.Has(only)) made.AddRange(call.TextsOf(only).Select(text => KeyValuePair.Create(name, text)));
        }

        return made;
    }
}
