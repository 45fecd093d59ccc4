using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>One operation of a generation: its method, bound like a connector's.</summary>
internal sealed class ServerOperation(ServerOperationInfo info, BoundMethod method, OperationClass? owner)
{
    public ServerOperationInfo Info { get; } = info;

    public OperationClass? Owner { get; } = owner;

    public async ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        // A static method is called on nothing; its binding never looks at the object.
        var instance = Owner is null ? null! : await Owner.Instance.ConfigureAwait(false);
        return Info.Method.Blocking
            ? await OnOwnThreadAsync(instance, args, cancellationToken).ConfigureAwait(false)
            : await method.InvokeAsync(instance, args, cancellationToken).ConfigureAwait(false);
    }

    private async Task<InvokeResult> OnOwnThreadAsync(object instance, InvokeArgs args, CancellationToken cancellationToken)
    {
        var running = await ForeignThread.RunAsync(
            $"operation {Info.Name}", () => method.InvokeAsync(instance, args, cancellationToken).AsTask(), Timeout.InfiniteTimeSpan, TimeProvider.System).ConfigureAwait(false);
        return await running.ConfigureAwait(false);
    }
}
