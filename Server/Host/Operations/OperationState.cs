using Cleverence.Connectivity;

namespace Server.Operations;

/// <summary>A running or waiting server operation as people see it.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Lock">What it keeps others from.</param>
/// <param name="Running">Whether it runs; otherwise it waits.</param>
/// <param name="Caller">Who called it.</param>
/// <param name="Since">Since when it runs or waits.</param>
/// <param name="WaitsFor">The running operations it waits for.</param>
internal sealed record OperationState(string Name, ServerOperationLock Lock, bool Running, string Caller, DateTimeOffset Since, IReadOnlyList<string> WaitsFor)
{
    /// <summary>The server it is on, where that is another one.</summary>
    public string? Node { get; init; }
}
