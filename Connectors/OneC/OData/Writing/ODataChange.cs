using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>A change of one object, as it was asked for.</summary>
/// <param name="Entity">The entity.</param>
internal sealed record ODataChange(string Entity)
{
    /// <summary>The key; null for a new object.</summary>
    public object? Key { get; init; }

    public ConnectorRecord Fields { get; init; } = [];

    /// <summary>The version the caller has read; the change is refused when the object has another one.</summary>
    public string? DataVersion { get; init; }

    /// <summary>Whether 1C writes without its checks, as when data are loaded (ОбменДанными.Загрузка).</summary>
    public bool DataLoad { get; init; }

    public MethodSafety Safety { get; init; }
}
