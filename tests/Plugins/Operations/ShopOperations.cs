using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace Operations;

/// <summary>Server operations, static and not.</summary>
public sealed class ShopOperations(ILogger<ShopOperations> log) : IDisposable
{
    private int runs;

    [ServerOperation("Пересчитать остатки", Lock = ServerOperationLock.Operation, Description = "Counts its runs.")]
    public async Task<int> RecountAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        log.LogInformation("Recounted.");
        return ++runs;
    }

    [ServerOperation("Sum", Lock = ServerOperationLock.AllOperations)]
    public static decimal Sum(decimal a, decimal b = 10) => a + b;

    [ServerOperation("Who calls")]
    public static string WhoCalls(InvokeArgs args) => $"{args.Caller.Origin}";

    [ServerOperation("Thread name")]
    public static string ThreadName() => Thread.CurrentThread.Name ?? "";

    [ServerOperation("Quietly")]
    public static ValueTask QuietlyAsync() => ValueTask.CompletedTask;

    [ServerOperation("Fails")]
    public static void Fails() => throw new InvalidOperationException("The operation failed.");

    [ServerOperation("Nobody awaits")]
    public static async void NobodyAwaits() => await Task.Yield();

    public void Dispose() => log.LogInformation("Operations disposed.");
}
