using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>The body of a template: one implementation for each kind of body.</summary>
internal interface IBody
{
    /// <summary>The places in it, in the order met.</summary>
    IReadOnlyList<PlaceUse> Uses { get; }

    /// <summary>Fills the places with the arguments of a call.</summary>
    TransportBody Render(RestCall call);
}
