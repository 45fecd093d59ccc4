using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;
using Server.Access;
using Server.Background;

namespace Server.Api;

/// <summary>The call of a connector: <c>POST /api/v1/connectors/{id}/invoke</c>. Every call takes this road, so it does nothing twice.</summary>
internal sealed class InvokeEndpoint(IConnectorInvoker invoker, Admission admission, BackgroundStarter background, TimeProvider time, ILogger<InvokeEndpoint> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        var caller = admission.Admit(context);
        var (args, request, asked) = await ReadAsync(context, caller);
        if (request is not null)
        {
            await background.StartAsync(context, caller, args, request, asked);
            return;
        }

        var result = await invoker.InvokeAsync(args, context.RequestAborted);
        var failure = await Answers.WriteAsync(context, result, caller, (long)time.GetElapsedTime(started).TotalMilliseconds);
        if (failure is not null) log.TableBroken(args.ConnectorId, args.MethodName, caller.RequestId, failure);
    }

    private static async ValueTask<(InvokeArgs Args, BackgroundRequest? Background, byte[] Asked)> ReadAsync(HttpContext context, ApiCaller caller)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        if (!caller.Key.Allows(id)) throw new ApiException(ApiError.Forbidden(id));
        ApiHeaders.RequireJson(context.Request);
        var deadline = ApiHeaders.ReadDeadline(context.Request);
        var (request, asked) = await RequestBody.ReadAsync(context, static body =>
        {
            var read = InvokeJson.ReadRequest(body);
            return (read, read.Background is null ? [] : body.ToArray());
        });
        var args = new InvokeArgs(id, request.ClassName, request.MethodName, request.Parameters)
        {
            RequestId = caller.OwnRequestId,
            CorrelationId = caller.RequestId,
            Deadline = deadline,
            Caller = CallerOf(caller, request.Session),
        };
        return (args, request.Background, request.Background is null ? asked : AskedOf(id, asked));
    }

    // A repeat sends the same bytes to the same connector.
    private static byte[] AskedOf(string id, byte[] body) => SHA256.HashData([.. Encoding.UTF8.GetBytes(id.ToUpperInvariant()), 0, .. body]);

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
