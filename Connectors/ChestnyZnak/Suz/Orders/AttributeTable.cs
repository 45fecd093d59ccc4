using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Which attributes each product group asks for, by what is sent.</summary>
internal sealed class AttributeTable(IReadOnlyDictionary<string, SuzGroupSettings> groups)
{
    public static AttributeTable Empty { get; } = new(new Dictionary<string, SuzGroupSettings>());

    /// <summary>The attributes that are missing.</summary>
    public IEnumerable<string> Missing(string productGroup, Func<SuzGroupSettings, IEnumerable<string>> kind, ConnectorRecord attributes)
    {
        if (!groups.TryGetValue(productGroup, out var group)) return [];
        return kind(group).Where(names => !names.Split('|').Any(name => IsGiven(attributes[name.Trim()]))).Select(names => names.Trim());
    }

    private static bool IsGiven(object? value) => value is not (null or "");
}
