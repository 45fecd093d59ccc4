namespace Connectors.ChestnyZnak;

/// <summary>The local service of a store, read and checked.</summary>
/// <param name="Address">Where it checks.</param>
/// <param name="InfoAddress">Where it tells of itself.</param>
/// <param name="Version">The version of its protocol.</param>
internal sealed record PiotOptions(Uri Address, Uri InfoAddress, int Version)
{
    public string Name { get; init; } = "";

    public string ProgramVersion { get; init; } = "";

    public string Id { get; init; } = "";

    public string Token { get; init; } = "";

    // The token must not slip into a log by way of the record's text.
    public override string ToString() => Address.Authority;
}
