using Connectors.Hosting;
using Server.Access;
using Server.OpenApi;
using Server.Operations;

namespace Server.Api;

/// <summary><c>GET /api/v1/operations</c>: the server operations, who runs and who waits for whom.</summary>
internal static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder app)
    {
        var operations = app.ServiceProvider.GetRequiredService<IServerOperations>();
        var locks = app.ServiceProvider.GetRequiredService<OperationLocks>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();

        app.MapGet("/api/v1/operations", async context =>
        {
            admission.AdmitUnlimited(context);
            await Answers.WriteBodyAsync(context, new OperationList([.. operations.List.Select(OperationBody.Of)], await locks.LookAsync(context.RequestAborted)));
        }).Described("ListOperations", "Operations", "Lists the server operations, those that run, and those that wait for them.").Answers<OperationList>().Fails(401, 403, 429);
    }
}
