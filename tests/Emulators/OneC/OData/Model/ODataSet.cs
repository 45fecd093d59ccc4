namespace Emulators.OneC;

/// <summary>A published object: a catalogue, a document, a register and so on.</summary>
public sealed record ODataSet(string Name, IReadOnlyList<string> Key, IReadOnlyList<ODataField> Fields)
{
    /// <summary>Tabular parts, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ODataField>> Tables { get; init; } = new Dictionary<string, IReadOnlyList<ODataField>>();

    /// <summary>Virtual tables and their fields.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ODataField>> Virtual { get; init; } = new Dictionary<string, IReadOnlyList<ODataField>>();

    /// <summary>Rows of a register subordinate to a recorder, shown as <c>_RecordType</c> too.</summary>
    public bool HasRecords { get; init; }

    /// <summary>It is only read.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The kind before the underscore, such as <c>Catalog</c>.</summary>
    public string Kind => Name[..Name.IndexOf('_', StringComparison.Ordinal)];

    /// <summary>The attribute a property belongs to, or null.</summary>
    public ODataField? FieldOf(string property) => Fields.FirstOrDefault(field => field.Properties.Any(one => one.Name == property));
}
