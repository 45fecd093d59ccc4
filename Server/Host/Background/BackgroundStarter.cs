using System.Diagnostics;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;
using Server.Api;
using ServerJobs.Background;

namespace Server.Background;

/// <summary>Starts a call in the background and answers: with its result when it ends soon, with 202 and its id otherwise.</summary>
internal sealed class BackgroundStarter(BackgroundOperations operations, Notifications notifications, TimeProvider time)
{
    // The wait of the original: an operation that ends at once needs no second request.
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(0.8);

    public async Task StartAsync(HttpContext context, ApiCaller caller, InvokeArgs args, BackgroundRequest request, byte[] asked)
    {
        var began = time.GetTimestamp();
        var owner = BackgroundAccess.OwnerOf(caller, args.Caller.DeviceId);
        await notifications.SeenAsync(owner);
        var start = await operations.StartAsync(WorkOf(owner, caller, args, request, asked), context.RequestAborted);
        if (start.Operation is not { } operation) throw new ConnectorException(start.Refusal ?? throw new UnreachableException());
        context.Response.Headers.Location = $"/api/v1/background/{operation.Id}";
        var wait = request.Wait is { } seconds ? TimeSpan.FromSeconds((double)seconds) : DefaultWait;
        var now = await operations.WaitAsync(operation.Id, wait, context.RequestAborted) ?? operation;
        if (now.State == BackgroundState.Active) BackgroundJson.Write(context, 202, BackgroundJson.RecordOf(now, caller), caller);
        else await WriteResultAsync(context, caller, now, (long)time.GetElapsedTime(began).TotalMilliseconds);
    }

    /// <summary>Answers with the result of an ended operation, in the shape of a call's answer.</summary>
    public async Task WriteResultAsync(HttpContext context, ApiCaller caller, BackgroundOperation ended, long elapsedMs)
    {
        var result = await operations.ReadResultAsync(ended, context.RequestAborted) ?? throw new ApiException(BackgroundAccess.Gone(ended.Id));
        await Answers.WriteAsync(context, result, caller, elapsedMs);
    }

    private static BackgroundWork WorkOf(BackgroundOwner owner, ApiCaller caller, InvokeArgs args, BackgroundRequest request, byte[] asked)
    {
        var work = new BackgroundWork(owner, args)
        {
            Key = request.Key,
            Title = request.Title,
            RequestId = caller.OwnRequestId,
            Asked = asked,
            Portions = [.. request.Portions.Select(portion => new BackgroundPortion(portion.Key, portion.Value))],
        };
        return request.Threads is { } threads ? work with { Threads = threads } : work;
    }
}
