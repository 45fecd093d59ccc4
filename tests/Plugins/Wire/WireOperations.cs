using Cleverence.Connectivity;

namespace Wire;

/// <summary>Server operations that call others through the server.</summary>
public sealed class WireOperations(IConnectorInvoker invoker)
{
    [ServerOperation("Внутренняя операция", Lock = ServerOperationLock.Operation)]
    public static Task<string> InnerAsync() => Task.FromResult("внутри");

    [ServerOperation("Все.сразу", Lock = ServerOperationLock.AllOperations, Description = "Calls another operation while nothing else may run.")]
    public async Task<object?> OuterAsync()
    {
        var result = await invoker.InvokeAsync(new("ServerOperationConnector", "", "Внутренняя операция"), CancellationToken.None);
        return result.IsOk ? result.Value : throw new ConnectorException(result.Error);
    }
}
