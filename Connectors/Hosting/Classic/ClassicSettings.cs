using System.Reflection;
using Cleverence.Connectivity;
using Microsoft.Extensions.Configuration;

namespace Connectors.Hosting;

/// <summary>Fills the public read/write properties of a classic connector from its settings, without regard to culture or case.</summary>
internal static class ClassicSettings
{
    /// <summary>The entry itself holds these.</summary>
    private static readonly string[] OfTheEntry = [nameof(IConnector.Id), nameof(IConnector.Enabled), nameof(IConnector.Initialized)];

    /// <summary>Applies all settings.</summary>
    /// <returns>One line for each wrong setting: its name, its value, what is expected. Empty when all is well.</returns>
    public static IReadOnlyList<string> Apply(IConnector connector, IConfigurationSection settings)
    {
        var problems = new List<string>();
        var properties = Properties(connector.GetType());
        foreach (var setting in settings.GetChildren())
        {
            if (OfTheEntry.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add($"{setting.Key}: belongs beside settings, in the connector's entry");
            }
            else if (!properties.TryGetValue(setting.Key, out var property))
            {
                problems.Add($"{setting.Key}: unknown; known: {(properties.Count == 0 ? "none" : string.Join(", ", properties.Keys.Order(StringComparer.Ordinal)))}");
            }
            else if (SettingValue.TryRead(setting, property.PropertyType, setting.Key, problems, out var value))
            {
                Set(connector, property, value, setting.Key, problems);
            }
        }

        return problems;
    }

    internal static Dictionary<string, PropertyInfo> Properties(Type type)
    {
        var found = new Dictionary<string, PropertyInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var usable = property is { CanRead: true, SetMethod.IsPublic: true } && property.GetIndexParameters().Length == 0;
            if (usable && !OfTheEntry.Contains(property.Name, StringComparer.OrdinalIgnoreCase)) found.TryAdd(property.Name, property);
        }

        return found;
    }

    private static void Set(IConnector connector, PropertyInfo property, object? value, string name, List<string> problems)
    {
        try
        {
            property.SetValue(connector, value);
        }
        catch (TargetInvocationException refused)
        {
            problems.Add($"{name}: the connector refused it: {refused.InnerException?.Message}");
        }
    }
}
