using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.OneC;

/// <summary>One call of a web service.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Args">The arguments, by their names in the WSDL or by position.</param>
/// <param name="Safety">Whether a machine may repeat it.</param>
internal sealed record OneCSoapCall(string Operation, IReadOnlyList<InvokeArg> Args, MethodSafety Safety)
{
    /// <summary>The limit of the call; null for the connector's.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Whether a text that is not empty in <c>return</c> is an error.</summary>
    public bool ErrorInReturn { get; init; }
}
