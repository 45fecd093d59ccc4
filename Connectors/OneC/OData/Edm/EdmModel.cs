namespace Connectors.OneC.OData;

/// <summary>What a base publishes: its entities with their fields, keys and references. Immutable.</summary>
internal sealed class EdmModel
{
    private readonly Dictionary<string, string> sets;
    private readonly Dictionary<string, EdmType> types;
    private readonly ILookup<string, EdmFunction> functions;

    public EdmModel(IReadOnlyDictionary<string, string> sets, IEnumerable<EdmType> types, IEnumerable<EdmFunction> functions)
    {
        this.sets = new Dictionary<string, string>(sets, StringComparer.OrdinalIgnoreCase);
        this.types = new Dictionary<string, EdmType>(StringComparer.Ordinal);
        foreach (var type in types) this.types.TryAdd(type.Name, type);
        this.functions = functions.ToLookup(function => function.Name, StringComparer.OrdinalIgnoreCase);
        Entities = [.. sets.Keys.Order(StringComparer.Ordinal)];
        Spelling = Entities.ToDictionary(name => name, name => name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The names of the published entities.</summary>
    public IReadOnlyList<string> Entities { get; }

    private Dictionary<string, string> Spelling { get; }

    /// <summary>The entity of a name, as it is spelt in the base; null when it is not published.</summary>
    public string? Spelt(string entity) => Spelling.GetValueOrDefault(entity);

    /// <summary>The type of a published entity.</summary>
    public EdmType? TypeOf(string entity) => sets.TryGetValue(entity, out var type) ? types.GetValueOrDefault(type) : null;

    /// <summary>A type by its own name: a row of a tabular part or of a virtual table.</summary>
    public EdmType? Type(string name) => types.GetValueOrDefault(name);

    /// <summary>The row of a virtual table, where the base describes it.</summary>
    public EdmType? RowOf(string entity, string table)
    {
        var function = functions[table].FirstOrDefault(one => one.Entity.Length == 0 || one.Entity.Equals(entity, StringComparison.OrdinalIgnoreCase));
        return (function is null || function.RowType.Length == 0 ? null : Type(function.RowType)) ?? Type($"{entity}_{table}");
    }
}
