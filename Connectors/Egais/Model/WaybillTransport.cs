namespace Connectors.Egais;

/// <summary>How a waybill is carried.</summary>
internal sealed record WaybillTransport
{
    /// <summary><c>IsChange</c> or <c>NotChange</c>.</summary>
    public string ChangeOwnership { get; init; } = "IsChange";

    public string TranType { get; init; } = "";

    public string? Company { get; init; }

    /// <summary>car, ship, railway, aircraft or other.</summary>
    public string TransportType { get; init; } = "car";

    public string? RegNumber { get; init; }

    public string? Trailer { get; init; }

    public string? Customer { get; init; }

    public string? Driver { get; init; }

    public string? LoadPoint { get; init; }

    public string? UnloadPoint { get; init; }

    public string? Redirect { get; init; }

    public string? Forwarder { get; init; }
}
