using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Unit.Tests.Hosting.Invoking;

/// <summary>An invoker over connectors made of delegates.</summary>
internal sealed class InvokerRig
{
    private readonly ConcurrentDictionary<string, ConnectorHandle> handles = new(StringComparer.OrdinalIgnoreCase);

    private readonly TimeProvider time;

    public InvokerRig(long replayBytes = ReplayCache.DefaultMaxBytes, IReplayStore? store = null, TimeProvider? time = null)
    {
        this.time = time ?? TimeProvider.System;
        Replay = new ReplayCache(this.time, ReplayCache.DefaultKeep, replayBytes);
        Invoker = new ConnectorInvoker(
            id => handles.GetValueOrDefault(id), Replay, new InvokeTelemetry(this.time, NullLogger<InvokeTelemetry>.Instance),
            this.time, NullLogger<ConnectorInvoker>.Instance, store);
    }

    public ReplayCache Replay { get; }

    public ConnectorInvoker Invoker { get; }

    public ConnectorHandle Add(IAsyncConnector connector, Func<ConnectorOptions, ConnectorOptions>? change = null, Func<string, bool>? reInvokes = null)
    {
        var handle = AddStarting(change);
        handle.Serve(new ConnectorInstance(connector) { ReInvokes = reInvokes });
        return handle;
    }

    public ConnectorHandle AddStarting(Func<ConnectorOptions, ConnectorOptions>? change = null)
    {
        var options = new ConnectorOptions("Test", "Probe");
        options = change?.Invoke(options) ?? options;
        var handle = new ConnectorHandle(options, new ConnectorRuntime(options, classic: false, time));
        handles[options.Id] = handle;
        return handle;
    }

    public Task<InvokeResult> CallAsync(
        string method = "Do", string? requestId = null, TimeSpan? deadline = null, CancellationToken left = default,
        string id = "Test", string device = "TSD-1", params InvokeArg[] args) =>
        Invoker.InvokeAsync(
            new InvokeArgs(id, "", method, args) { RequestId = requestId, Deadline = deadline, Caller = new InvokeCaller(CallOrigin.Device) { DeviceId = device, ApiKeyId = "key" } },
            left).AsTask();

    /// <summary>Waits until a condition holds, and fails the test when it never does.</summary>
    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(20), what);
            await Task.Delay(5);
        }
    }
}
