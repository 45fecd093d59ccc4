namespace Connectors.ChestnyZnak;

/// <summary>One store, read and checked.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Organisation">Whose it is.</param>
/// <param name="Chain">Who is asked, in order.</param>
internal sealed record SaleStore(string Id, ZnakOrganisation Organisation, IReadOnlyList<SaleProvider> Chain)
{
    public string? FiscalDrive { get; init; }

    /// <summary>The local service; there when the chain names it.</summary>
    public PiotOptions? Piot { get; init; }

    /// <summary>The local module; there when the chain names it.</summary>
    public LocalModuleOptions? Lm { get; init; }
}
