using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Transport.Soap;

/// <summary>One call of an operation.</summary>
/// <param name="Port">The port.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Args">The caller's arguments, by name or position.</param>
public sealed record SoapCall(WsdlPort Port, WsdlOperation Operation, InvokeArgs Args)
{
    /// <summary>Where it goes: relative to the base address, or a whole address that the guard allows.</summary>
    public string Address { get; init; } = "";

    /// <summary>The name errors call it by; the operation's unless told.</summary>
    public string? Name { get; init; }

    /// <summary>Whether a machine may repeat it.</summary>
    public MethodSafety Safety { get; init; }

    /// <summary>The limit of the call in place of the transport's.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The id by which the other side recognises a repeat of a keyed call.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the caller will still wait.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Names of arguments that are no parameters of the operation, because headers use them.</summary>
    public IReadOnlyList<string> OtherArguments { get; init; } = [];

    /// <summary>Headers to send beside those the WSDL declares.</summary>
    public IReadOnlyList<SoapHeader> Headers { get; init; } = [];

    /// <summary>Whether a text that is not empty in the first result says what went wrong.</summary>
    public bool ErrorInReturn { get; init; }
}
