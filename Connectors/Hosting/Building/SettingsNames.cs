using System.Globalization;
using System.Reflection;
using Cleverence.Connectivity;
using Microsoft.Extensions.Configuration;

namespace Connectors.Hosting;

/// <summary>
/// Checks a settings section against the settings class before it is bound: names nobody knows and values that do not convert.
/// The framework's validators are not used: they remember the plugin's types for ever.
/// </summary>
internal sealed class SettingsNames
{
    public const string UnknownCode = "SETTING_UNKNOWN";

    private const int MaxDepth = 16;
    private readonly List<SettingsProblem> problems = [];

    public IReadOnlyList<SettingsProblem> Problems => problems;

    public void Check(Type type, IConfigurationSection section, string path = "", int depth = 0)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (depth > MaxDepth || target == typeof(object) || typeof(IConfiguration).IsAssignableFrom(target)) return;
        if (IsSimple(target)) Simple(target, section, path);
        else if (ElementOf(target) is { } element) Children(element, section, path, depth);
        else Members(target, section, path, depth);
    }

    /// <summary>The properties a settings class can be given, under the names they have in the file.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && (property.SetMethod is not null || (property.CanRead && !IsSimple(property.PropertyType))))
            .GroupBy(NameOf, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    public static bool IsSimple(Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        return target.IsPrimitive || target.IsEnum || target == typeof(string) || target == typeof(decimal) || target == typeof(byte[])
            || (target.IsValueType && target.Assembly == typeof(object).Assembly) || target == typeof(Uri) || target == typeof(Version) || target == typeof(CultureInfo);
    }

    /// <summary>The type of the items of a list or of the values of a dictionary.</summary>
    public static Type? ElementOf(Type type)
    {
        if (type.IsArray) return type.GetElementType();
        var sequence = type.GetInterfaces().Prepend(type).FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        var item = sequence?.GetGenericArguments()[0];
        return item is { IsGenericType: true } && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) ? item.GetGenericArguments()[1] : item;
    }

    private static string NameOf(PropertyInfo property) => property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;

    private void Members(Type type, IConfigurationSection section, string path, int depth)
    {
        var known = PropertiesOf(type);
        foreach (var child in section.GetChildren())
        {
            var place = path.Length == 0 ? child.Key : $"{path}.{child.Key}";
            if (known.TryGetValue(child.Key, out var property)) Check(property.PropertyType, child, place, depth + 1);
            else problems.Add(Unknown(place, child.Key, known.Keys));
        }
    }

    private void Children(Type element, IConfigurationSection section, string path, int depth)
    {
        foreach (var child in section.GetChildren()) Check(element, child, $"{path}[{child.Key}]", depth + 1);
    }

    private void Simple(Type type, IConfigurationSection section, string path)
    {
        if (section.GetChildren().Any()) problems.Add(Unreadable(path, $"must be {Wanted(type).En}, not an object or a list", $"нужно {Wanted(type).Ru}, а не объект и не список"));
        else if (!Converts(type, section)) problems.Add(Unreadable(path, $"must be {Wanted(type).En}", $"нужно {Wanted(type).Ru}"));
    }

    private static bool Converts(Type type, IConfigurationSection section)
    {
        if (section.Value is null || type == typeof(string)) return true;

        // The framework reads "30" as thirty days.
        if (type == typeof(TimeSpan) && !section.Value.Contains(':', StringComparison.Ordinal)) return false;
        try
        {
            return section.Get(type) is { } value && (!type.IsEnum || IsOfEnum(type, value, section.Value));
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    // The framework takes any number for an enum, and names joined by commas.
    private static bool IsOfEnum(Type type, object value, string text) =>
        type.IsDefined(typeof(FlagsAttribute)) || (Enum.IsDefined(type, value) && !text.Contains(',', StringComparison.Ordinal));

    private static SettingsProblem Unreadable(string path, string wrong, string wrongRu) => new("SETTING_UNREADABLE", path, wrong, wrongRu);

    private static SettingsProblem Unknown(string path, string name, IEnumerable<string> known)
    {
        var all = string.Join(", ", known.Order(StringComparer.OrdinalIgnoreCase));
        var near = NearestName.Of(name, known);
        if (all.Length == 0) all = "—";
        return new(
            UnknownCode,
            path,
            $"this setting is not known;{(near is null ? "" : $" did you mean '{near}'?")} known: {all}",
            $"такой настройки нет;{(near is null ? "" : $" может быть, «{near}»?")} известны: {all}");
    }

    private static (string En, string Ru) Wanted(Type type) => type switch
    {
        { IsEnum: true } => ($"one of {string.Join(", ", Enum.GetNames(type))}", $"одно из: {string.Join(", ", Enum.GetNames(type))}"),
        _ when type == typeof(bool) => ("true or false", "true или false"),
        _ when type == typeof(TimeSpan) => ("a duration hh:mm:ss", "длительность чч:мм:сс"),
        _ when type == typeof(Uri) => ("an address", "адрес"),
        _ when type == typeof(decimal) || type == typeof(double) || type == typeof(float) => ("a number", "число"),
        { IsPrimitive: true } => ("a whole number", "целое число"),
        _ when type == typeof(string) => ("a text", "текст"),
        _ => ($"a {type.Name}", $"значение вида {type.Name}"),
    };
}
