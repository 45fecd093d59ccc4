using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;
using Server.Access;

namespace Server.Api;

/// <summary>The call of a connector: <c>POST /api/v1/connectors/{id}/invoke</c>. Every call takes this road, so it does nothing twice.</summary>
internal sealed class InvokeEndpoint(IConnectorInvoker invoker, Admission admission, TimeProvider time, ILogger<InvokeEndpoint> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        var caller = admission.Admit(context);
        var args = await ReadAsync(context, caller);
        var result = await invoker.InvokeAsync(args, context.RequestAborted);
        var failure = await Answers.WriteAsync(context, result, caller, (long)time.GetElapsedTime(started).TotalMilliseconds);
        if (failure is not null) log.TableBroken(args.ConnectorId, args.MethodName, caller.RequestId, failure);
    }

    private static async ValueTask<InvokeArgs> ReadAsync(HttpContext context, ApiCaller caller)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        if (!caller.Key.Allows(id)) throw new ApiException(ApiError.Forbidden(id));
        ApiHeaders.RequireJson(context.Request);
        var deadline = ApiHeaders.ReadDeadline(context.Request);
        var request = await RequestBody.ReadAsync(context, static body => InvokeJson.ReadRequest(body));
        return new InvokeArgs(id, request.ClassName, request.MethodName, request.Parameters)
        {
            RequestId = caller.OwnRequestId,
            CorrelationId = caller.RequestId,
            Deadline = deadline,
            Caller = CallerOf(caller, request.Session),
        };
    }

    private static InvokeCaller CallerOf(ApiCaller caller, InvokeSession? session) => new(CallOrigin.Device)
    {
        ApiKeyId = caller.Key.Id,
        UserId = session?.UserId,
        DeviceId = session?.DeviceId ?? caller.Device,
        WarehouseId = session?.WarehouseId,
        DocumentId = session?.DocumentId,
        Document = session?.Document,
    };
}
