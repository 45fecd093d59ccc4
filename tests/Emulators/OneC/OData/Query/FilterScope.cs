namespace Emulators.OneC;

/// <summary>What a filter looks at: a row, its shape, and the rows of surrounding lambdas by their variables.</summary>
internal sealed record FilterScope(ODataStore Store, ODataRow Row, IReadOnlyList<ODataField> Shape)
{
    public IReadOnlyDictionary<string, ODataRow> Variables { get; init; } = new Dictionary<string, ODataRow>();

    public FilterScope With(string variable, ODataRow row) => this with { Variables = new Dictionary<string, ODataRow>(Variables) { [variable] = row } };
}
