namespace Connectors.ChestnyZnak;

/// <summary>The local module of a store, read and checked.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Version">The version of its interface.</param>
internal sealed record LocalModuleOptions(Uri Address, int Version)
{
    /// <summary>The value of its header <c>Authorization</c>.</summary>
    public string Authorization { get; init; } = "";

    public bool Initialise { get; init; }

    // The password must not slip into a log by way of the record's text.
    public override string ToString() => Address.Authority;
}
