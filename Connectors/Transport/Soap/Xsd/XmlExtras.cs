using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Gathers values under names nobody declared; a name that comes again makes a list of its values, or a table of its records.</summary>
internal sealed class XmlExtras
{
    private readonly List<(string Name, object? Value)> found = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private Dictionary<int, List<object?>>? repeated;

    public void Add(string name, object? value)
    {
        if (places.TryGetValue(name, out var at))
        {
            repeated ??= [];
            if (!repeated.TryGetValue(at, out var list)) repeated.Add(at, list = [found[at].Value]);
            AddTo(list, value);
            return;
        }

        if (found.Count == XmlLimits.UnknownNames) throw new XmlLimitException($"An element has more than {XmlLimits.UnknownNames} parts of names that the schema does not have.");
        places.Add(name, found.Count);
        found.Add((name, value));
    }

    /// <summary>What was gathered, in the order of first meeting.</summary>
    public ConnectorRecord Values()
    {
        var record = new ConnectorRecord();
        for (var at = 0; at < found.Count; at++) record.Add(found[at].Name, repeated?.TryGetValue(at, out var list) == true ? Together(list) : found[at].Value);
        return record;
    }

    /// <summary>Adds one more value of the same name.</summary>
    public static void AddTo(List<object?> list, object? value)
    {
        if (list.Count == ConnectorTable.MaxRows) throw SoapErrors.TooManyRows();
        list.Add(value);
    }

    /// <summary>The values of one name: a table when all are records, otherwise a list.</summary>
    public static object Together(List<object?> list, XsdType? type = null)
    {
        if (!list.TrueForAll(item => item is ConnectorRecord)) return list;
        var table = new XmlReadTable(type);
        foreach (var record in list) table.Add((ConnectorRecord)record!);
        return table.Value();
    }
}
