using Cleverence.Connectivity;

namespace TsdClient;

/// <summary>The types of parameters by the names configurations use.</summary>
internal static class ArgumentTypes
{
    private static readonly Dictionary<string, Type> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["String"] = typeof(string),
        ["Boolean"] = typeof(bool),
        ["Int32"] = typeof(long),
        ["Int64"] = typeof(long),
        ["Integer"] = typeof(long),
        ["Decimal"] = typeof(decimal),
        ["Double"] = typeof(decimal),
        ["DateTime"] = typeof(DateTime),
        ["DateTimeOffset"] = typeof(DateTimeOffset),
    };

    public static string Names { get; } = string.Join(", ", Known.Keys);

    public static bool Knows(string type) => type.Length == 0 || Known.ContainsKey(type);

    public static object? Convert(object? value, string name, string type)
    {
        if (type.Length == 0) return value;
        return ConnectorValues.TryConvert(value, Known[type], out var converted) || value is null
            ? converted
            : throw new TsdMistakeException($"Parameter {name}: '{ConnectorValues.ToText(value)}' is not {type}.");
    }
}
