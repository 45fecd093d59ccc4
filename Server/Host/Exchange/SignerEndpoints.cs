using Connectors.Exchange;
using Server.Access;
using Server.Api;
using Server.OpenApi;

namespace Server.Exchange;

/// <summary><c>GET /api/v1/signers</c>: who signs, until when, and what is wrong.</summary>
internal static class SignerEndpoints
{
    public static void MapSigners(this IEndpointRouteBuilder app)
    {
        var signers = app.ServiceProvider.GetRequiredService<ISignersStatus>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();

        app.MapGet("/api/v1/signers", async context =>
        {
            var caller = admission.AdmitUnlimited(context);
            var states = await signers.LookAsync(context.RequestAborted);
            await Answers.WriteBodyAsync(context, new SignerListBody([.. states.Select(state => SignerBody.Of(state, caller.Language))], [.. signers.Problems.Select(problem => ProblemBody.Of(problem, caller.Language))]));
        }).Described("ListSigners", "Exchange", "Lists the signers with the end of their certificates, and what is wrong in their file; never a secret or the name in a certificate.").Answers<SignerListBody>().Fails(401, 403, 429);
    }
}
