using System.Diagnostics.CodeAnalysis;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity;

/// <summary>An address of a call as jobs, events and people write it: <c>ConnectorId:Method</c> or <c>ConnectorId:Class.Method</c>.</summary>
/// <param name="ConnectorId">The connector.</param>
/// <param name="Text">All that follows the first colon. Which part of it is a class is known only where the connector's methods are known.</param>
public sealed record ConnectorCall(string ConnectorId, string Text)
{
    /// <summary>The connector of server operations: a text addressed to it is never split into class and method.</summary>
    public const string ServerOperations = "ServerOperationConnector";

    /// <summary>Reads an address; spaces around the first colon are allowed.</summary>
    /// <param name="address">The address.</param>
    /// <param name="call">The call read.</param>
    /// <returns>Whether both parts are there.</returns>
    public static bool TryParse([NotNullWhen(true)] string? address, [NotNullWhen(true)] out ConnectorCall? call)
    {
        var colon = address?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        var id = colon > 0 ? address![..colon].Trim() : "";
        var text = colon > 0 ? address![(colon + 1)..].Trim() : "";
        call = id.Length > 0 && text.Length > 0 ? new ConnectorCall(id, text) : null;
        return call is not null;
    }

    /// <summary>Reads an address.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The call.</returns>
    /// <exception cref="FormatException">A part is missing.</exception>
    public static ConnectorCall Parse(string address) =>
        TryParse(address, out var call)
            ? call
            : throw new FormatException($"'{address}' is not an address of a call. Write ConnectorId:Method or ConnectorId:Class.Method.");

    /// <summary>Splits the text at its last dot, for a connector that has no method named by the whole text.</summary>
    /// <param name="className">The class.</param>
    /// <param name="methodName">The method.</param>
    /// <returns>Whether there is a dot with text on both sides, and the connector is not <see cref="ServerOperations"/>.</returns>
    public bool TrySplit([NotNullWhen(true)] out string? className, [NotNullWhen(true)] out string? methodName)
    {
        var dot = Text.LastIndexOf('.');
        var splits = dot > 0 && dot < Text.Length - 1 && !ConnectorId.Equals(ServerOperations, StringComparison.OrdinalIgnoreCase);
        className = splits ? Text[..dot] : null;
        methodName = splits ? Text[(dot + 1)..] : null;
        return splits;
    }

    /// <summary>The call without arguments, as a job makes it: the whole text stands as the method.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="deadline">How long the caller will wait; null for no limit of its own.</param>
    /// <param name="correlationId">The id under which the log speaks of the call.</param>
    /// <returns>The arguments for the invoker.</returns>
    public InvokeArgs ToInvokeArgs(InvokeCaller caller, TimeSpan? deadline = null, string? correlationId = null) =>
        new(ConnectorId, "", Text) { Caller = caller, Deadline = deadline, CorrelationId = correlationId };

    /// <inheritdoc/>
    public override string ToString() => $"{ConnectorId}:{Text}";
}
