using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>One call of the HTTP service.</summary>
/// <param name="Name">The method in 1C.</param>
/// <param name="Args">The arguments under their names in 1C.</param>
/// <param name="Safety">Whether a machine may repeat it.</param>
internal sealed record OneCServiceCall(string Name, JObject Args, MethodSafety Safety)
{
    /// <summary>The limit of the call itself; null for the connector's.</summary>
    public TimeSpan? Limit { get; init; }
}
