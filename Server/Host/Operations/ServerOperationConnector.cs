using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;

namespace Server.Operations;

/// <summary>The built-in connector of server operations: a method is an operation, its name never split at a dot.</summary>
internal sealed class ServerOperationConnector(IServerOperations operations, OperationLocks locks, OwnOperations own) : IAsyncConnector
{
    public async ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        var name = args.ClassName.Length == 0 ? args.MethodName : $"{args.ClassName}.{args.MethodName}";
        if (own.Find(name) is { } ours) return await locks.RunAsync(ours.Info.MethodName, ServerOperationLock.Operation, CallerOf(args.Caller), cancelled => ours.RunAsync(args, cancelled), cancellationToken);
        if (!operations.TryTake(name, out var lease))
        {
            throw MethodErrors.NotFound(args.ConnectorId, "", name, [.. own.Infos, .. operations.List.Select(operation => new ConnectorMethodInfo("", operation.Name))]);
        }

        using (lease)
        {
            return await locks.RunAsync(lease.Name, lease.Lock, CallerOf(args.Caller), cancelled => lease.InvokeAsync(args, cancelled), cancellationToken);
        }
    }

    private static string CallerOf(InvokeCaller caller) => caller.Source ?? caller.UserId ?? caller.DeviceId ?? caller.Origin.ToString();
}
