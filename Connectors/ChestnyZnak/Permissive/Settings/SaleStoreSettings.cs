namespace Connectors.ChestnyZnak;

/// <summary>One store, or one till of it: whose it is, and who is asked before a sale, in which order.</summary>
public sealed class SaleStoreSettings
{
    /// <summary>Its name, as calls give it. Required, once in the list.</summary>
    public string Id { get; set; } = "";

    /// <summary>The organisation by its ИНН; empty when there is only one.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>The number of the fiscal drive (ФН), where it is always the same; a call may name another.</summary>
    public string FiscalDrive { get; set; } = "";

    /// <summary>Who is asked, in order: <c>piot</c>, <c>cdn</c>, <c>lm</c>. Empty: <c>piot</c> where its address is written, else <c>cdn</c>; then <c>lm</c> where its address is written.</summary>
    public IList<string> Chain { get; } = [];

    /// <summary>The vendor's certified local service (ТС ПИоТ).</summary>
    public PiotSettings Piot { get; set; } = new();

    /// <summary>The vendor's local module (ЛМ ЧЗ).</summary>
    public LocalModuleSettings Lm { get; set; } = new();
}
