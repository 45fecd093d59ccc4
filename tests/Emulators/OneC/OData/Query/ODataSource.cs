namespace Emulators.OneC;

/// <summary>Rows to be read and their shape: a set, its records, a tabular part, or a virtual table.</summary>
internal sealed record ODataSource(string Name, IReadOnlyList<string> Key, IReadOnlyList<ODataField> Fields, IReadOnlyList<ODataRow> Rows)
{
    public IReadOnlyDictionary<string, IReadOnlyList<ODataField>> Tables { get; init; } = new Dictionary<string, IReadOnlyList<ODataField>>();

    /// <summary>The address of a row, such as <c>Catalog_Товары(guid'…')</c>; empty for rows without a key.</summary>
    public string AddressOf(ODataRow row) => Key.Count switch
    {
        0 => "",
        1 => $"{Name}({ODataKeys.Literal(row.GetValueOrDefault(Key[0]))})",
        _ => $"{Name}({string.Join(", ", Key.Select(part => $"{part}={ODataKeys.Literal(row.GetValueOrDefault(part))}"))})",
    };
}
