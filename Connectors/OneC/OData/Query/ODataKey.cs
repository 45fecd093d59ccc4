using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>Writes the key of one entity: <c>(guid'…')</c>, or all parts by their names.</summary>
internal static class ODataKey
{
    /// <exception cref="ConnectorException">Parts are missing, unknown or of another type.</exception>
    public static string Of(object? key, EdmType type, ODataLiteral literals)
    {
        if (key is ConnectorRecord record) return Named(record, type, literals);
        if (type.Keys.Count > 1) throw ODataErrors.Argument("key", $"{type.Name} is found by all of {string.Join(", ", type.Keys)}; give a record of them", $"{type.Name} находят по всем частям: {string.Join(", ", type.Keys)}; передайте их записью");
        var only = type.Keys.Count == 1 ? type.Find(type.Keys[0]) : null;
        return $"({literals.Of(key, only ?? new EdmProperty("Ref_Key", EdmKind.Guid, "Edm.Guid"), "key")})";
    }

    /// <summary>The same key as the conditions of a filter: there the type of a composite part stands with its value.</summary>
    public static ConnectorRecord Parts(object? key, EdmType type)
    {
        if (key is not ConnectorRecord record) return new ConnectorRecord { { type.Keys.Count > 0 ? type.Keys[0] : "Ref_Key", key } };
        return new ConnectorRecord(record.Where(part => type.Find(part.Key) is not { IsTypeTag: true }).Select(part =>
            type.Find(part.Key) is { IsComposite: true } property && part.Value is string && record[property.Name + EdmType.TypeSuffix] is string tag
                ? KeyValuePair.Create(part.Key, (object?)new ConnectorRecord { { "type", ODataValues.TypeName(tag) }, { "value", part.Value } })
                : part));
    }

    private static string Named(ConnectorRecord record, EdmType type, ODataLiteral literals)
    {
        if (record.Names.FirstOrDefault(name => !type.Keys.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw ODataErrors.Argument("key", $"'{unknown}' is no part of the key of {type.Name}. Its parts: {string.Join(", ", type.Keys)}", $"«{unknown}» не входит в ключ {type.Name}. Части ключа: {string.Join(", ", type.Keys)}");
        }

        var missing = type.Keys.Where(name => !record.Contains(name)).ToList();
        if (missing.Count > 0) throw ODataErrors.Argument("key", $"the key of {type.Name} lacks {string.Join(", ", missing)}", $"в ключе {type.Name} нет {string.Join(", ", missing)}");
        if (type.Keys.Count == 1) return $"({literals.Of(record[type.Keys[0]], PropertyOf(type, type.Keys[0]), "key")})";
        return $"({string.Join(',', type.Keys.Select(name => $"{name}={Part(record[name], PropertyOf(type, name), literals)}"))})";
    }

    // The type of a composite part stands in a part of its own, so the value goes bare.
    private static string Part(object? value, EdmProperty property, ODataLiteral literals) =>
        literals.Of(value, property with { IsComposite = false, Kind = property.IsComposite ? EdmKind.String : property.Kind }, "key");

    private static EdmProperty PropertyOf(EdmType type, string name) => type.Find(name) ?? new EdmProperty(name, EdmKind.String, "Edm.String");
}
