using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>A row of <c>operation_lock</c> with the name of its server.</summary>
internal sealed class SharedOperationRow
{
    public string Name { get; init; } = "";

    public long Mode { get; init; }

    public long Granted { get; init; }

    public string Caller { get; init; } = "";

    public long Since { get; init; }

    public string Node { get; init; } = "";

    public SharedOperation ToOperation() => new(Name, (ServerOperationLock)Mode, Granted != 0, Caller, UnixTime.From(Since), Node);
}
