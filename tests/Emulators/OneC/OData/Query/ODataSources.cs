namespace Emulators.OneC;

/// <summary>Finds what an address names: a set, the records of a register, a tabular part.</summary>
internal static class ODataSources
{
    private const string Records = "_RecordType";

    public static ODataSource Find(string name, OneCBase owner)
    {
        if (Owner(name, owner.Options.PublishedObjects) is not { } set) throw new ODataException(8, $"Тип сущности {name} не найден");
        if (name == set.Name) return new ODataSource(set.Name, set.Key, set.Fields, owner.Data.Rows(set.Name)) { Tables = set.Tables };
        var table = name.EndsWith(Records, StringComparison.Ordinal) ? "RecordSet" : name[(set.Name.Length + 1)..];
        var isRecord = table == "RecordSet";
        return new ODataSource(name, isRecord ? [] : ["Ref_Key", "LineNumber"], isRecord ? set.Tables[table] : [new("Ref_Key", FieldKind.Uuid), .. set.Tables[table]],
            [.. owner.Data.Rows(set.Name).SelectMany(one => one.Table(table).Select(row => isRecord ? row : new ODataRow(row) { ["Ref_Key"] = one.Ref }))]);
    }

    /// <summary>The object behind a name; null when it does not exist or is not published.</summary>
    public static ODataSet? Owner(string name, IReadOnlySet<string>? published) => TradeModel.Sets.FirstOrDefault(set => (published is null || published.Contains(set.Name))
        && (name == set.Name || (set.HasRecords && name == set.Name + Records) || (!set.HasRecords && set.Tables.Keys.Any(table => name == $"{set.Name}_{table}"))));
}
