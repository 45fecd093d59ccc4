using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>An operation that runs or waits on one of the servers.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Mode">Its lock.</param>
/// <param name="Running">Whether it runs; otherwise it waits.</param>
/// <param name="Caller">Who called it.</param>
/// <param name="Since">Since when it runs or waits.</param>
/// <param name="Node">The name of its server.</param>
public sealed record SharedOperation(string Name, ServerOperationLock Mode, bool Running, string Caller, DateTimeOffset Since, string Node);
