using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Gathers values under names nobody declared; a name that comes again makes a list of its values, or a table of its records.</summary>
internal sealed class XmlExtras
{
    private readonly ConnectorRecord first = [];
    private Dictionary<string, List<object?>>? repeated;

    public void Add(string name, object? value)
    {
        if (repeated?.TryGetValue(name, out var list) == true)
        {
            if (list.Count == ConnectorTable.MaxRows) throw SoapErrors.TooManyRows();
            list.Add(value);
        }
        else if (first.Names.Contains(name, StringComparer.Ordinal))
        {
            (repeated ??= new(StringComparer.Ordinal)).Add(name, [first[name], value]);
        }
        else
        {
            first.Add(name, value);
        }
    }

    /// <summary>What was gathered, in the order of first meeting.</summary>
    public ConnectorRecord Values()
    {
        foreach (var (name, list) in repeated ?? []) first[name] = list.TrueForAll(item => item is ConnectorRecord) ? TableOf(list) : list;
        return first;
    }

    private static object TableOf(List<object?> records)
    {
        var table = new XmlReadTable();
        foreach (var record in records) table.Add((ConnectorRecord)record!);
        return table.Value();
    }
}
