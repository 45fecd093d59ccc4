namespace Connectors.ChestnyZnak;

/// <summary>Who can be asked before a sale.</summary>
internal enum SaleProvider
{
    /// <summary>The vendor's certified local service (ТС ПИоТ).</summary>
    Piot,

    /// <summary>The hosts of the permissive mode.</summary>
    Cdn,

    /// <summary>The local module (ЛМ ЧЗ).</summary>
    Lm,
}
