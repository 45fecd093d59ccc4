using System.Collections;
using Cleverence.Connectivity;
using Microsoft.Extensions.Configuration;

namespace Connectors.Hosting;

/// <summary>Reads one setting as the type of its property: a simple value, a list, a dictionary of texts or an object with properties.</summary>
internal static class SettingValue
{
    private static readonly string[] SecretWords = ["password", "secret", "token", "apikey", "пароль"];

    public static bool TryRead(IConfigurationSection setting, Type type, string path, List<string> problems, out object? value)
    {
        value = null;
        var target = Nullable.GetUnderlyingType(type) ?? type;
        var children = setting.GetChildren().ToList();
        if (children.Count == 0 && setting.Value is null) return false;
        if (children.Count == 0) return TrySimple(setting.Value!, target, path, problems, out value);
        if (target == typeof(Dictionary<string, string>) || target == typeof(IDictionary<string, string>))
        {
            value = children.ToDictionary(child => child.Key, child => child.Value ?? "", StringComparer.OrdinalIgnoreCase);
            return true;
        }

        if (ItemTypeOf(target) is { } item) return TryList(children, target, item, path, problems, out value);
        return TryObject(children, target, path, problems, out value);
    }

    private static bool TrySimple(string text, Type target, string path, List<string> problems, out object? value)
    {
        var trimmed = target == typeof(string) ? text : text.Trim();
        value = target switch
        {
            _ when target == typeof(object) => text,
            _ when target == typeof(char) => text.Length == 1 ? text[0] : null,
            _ when target == typeof(Uri) => Uri.TryCreate(trimmed, UriKind.RelativeOrAbsolute, out var uri) ? uri : null,
            _ when text.Length == 0 && ItemTypeOf(target) is { } item => Array.CreateInstance(item, 0) is var empty && target.IsArray ? empty : Activator.CreateInstance(target),
            _ => ConnectorValues.TryConvert(trimmed, target, out var converted) ? converted : null,
        };
        if (value is not null) return true;
        var secret = Array.Exists(SecretWords, word => path.Contains(word, StringComparison.OrdinalIgnoreCase));
        problems.Add($"{path}: {(secret ? "its value" : $"'{text}'")} is not {Expected(target)}");
        return false;
    }

    private static bool TryList(List<IConfigurationSection> children, Type target, Type item, string path, List<string> problems, out object? value)
    {
        var before = problems.Count;
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (var child in children)
        {
            if (TryRead(child, item, $"{path}:{child.Key}", problems, out var read)) list.Add(read);
        }

        value = list;
        if (!target.IsArray) return problems.Count == before;
        var array = Array.CreateInstance(item, list.Count);
        list.CopyTo(array, 0);
        value = array;
        return problems.Count == before;
    }

    private static bool TryObject(List<IConfigurationSection> children, Type target, string path, List<string> problems, out object? value)
    {
        value = null;
        if (!target.IsClass || target == typeof(string) || target.GetConstructor(Type.EmptyTypes) is null)
        {
            problems.Add($"{path}: an object is not {Expected(target)}");
            return false;
        }

        var before = problems.Count;
        var made = Activator.CreateInstance(target)!;
        var properties = ClassicSettings.Properties(target);
        foreach (var child in children)
        {
            var name = $"{path}:{child.Key}";
            if (!properties.TryGetValue(child.Key, out var property)) problems.Add($"{name}: unknown; known: {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}");
            else if (TryRead(child, property.PropertyType, name, problems, out var read)) property.SetValue(made, read);
        }

        value = made;
        return problems.Count == before;
    }

    private static Type? ItemTypeOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(List<>) || open == typeof(IList<>) || open == typeof(IEnumerable<>) || open == typeof(ICollection<>) || open == typeof(IReadOnlyList<>))
            ? type.GetGenericArguments()[0] : null;

    private static string Expected(Type type) => type switch
    {
        _ when type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(type))}",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(DateTime) => "a date such as 2026-05-31T14:03:00",
        _ when type == typeof(TimeSpan) => "a duration such as 00:00:30",
        _ when type == typeof(decimal) || type == typeof(double) || type == typeof(float) => "a number with a dot",
        _ when type.IsPrimitive && type != typeof(char) => $"a whole number ({type.Name})",
        _ => $"a {type.Name}",
    };
}
