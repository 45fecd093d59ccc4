namespace Emulators.OneC;

/// <summary>
/// One object or row: property names and values. Text, enumerations and composites are string, dates DateTime, whole numbers long,
/// fractions decimal, references Guid; a tabular part is a list of rows.
/// </summary>
public sealed class ODataRow : Dictionary<string, object?>
{
    /// <summary>Makes an empty row.</summary>
    public ODataRow()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>Makes a copy, tabular parts included.</summary>
    public ODataRow(ODataRow other)
        : base(other, StringComparer.Ordinal)
    {
        ArgumentNullException.ThrowIfNull(other);
        IsForbidden = other.IsForbidden;
        foreach (var (name, value) in other)
        {
            if (value is List<ODataRow> table) this[name] = table.ConvertAll(row => new ODataRow(row));
        }
    }

    /// <summary>The user may not read it: restrictions at the level of records.</summary>
    public bool IsForbidden { get; set; }

    /// <summary>The reference, for objects that have one.</summary>
    public Guid Ref => this.GetValueOrDefault("Ref_Key") is Guid key ? key : Guid.Empty;

    /// <summary>A tabular part; empty when there is none.</summary>
    public IReadOnlyList<ODataRow> Table(string name) => this.GetValueOrDefault(name) as List<ODataRow> ?? [];
}
