using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Looks at every organisation: its signer, the way to True API, whether a sign-in text is given; changes nothing.</summary>
internal sealed class ZnakCheck(ZnakPlan plan, ZnakSender sender, TokenCache tokens, ISigners signers)
{
    // The host waits 20 s for a check.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async ValueTask<ConnectorCheckReport> RunAsync(CancellationToken cancellationToken)
    {
        var problems = plan.Warnings.ToList();
        string? answered = null;
        foreach (var organisation in plan.Organisations) problems.AddRange(await OfAsync(organisation, cancellationToken).ConfigureAwait(false));
        foreach (var organisation in plan.Organisations.DistinctBy(organisation => organisation.Contour))
        {
            if (await ReachAsync(organisation, cancellationToken).ConfigureAwait(false) is { } problem) problems.Add(problem);
            else answered = "True API";
        }

        return new ConnectorCheckReport(problems) { Target = sender.TargetOf(plan.Organisations[0], ZnakService.TrueApi), Answered = answered };
    }

    private async ValueTask<IReadOnlyList<ConnectorProblem>> OfAsync(ZnakOrganisation organisation, CancellationToken cancellationToken)
    {
        var problems = new List<ConnectorProblem>();
        if (organisation.SignerName is { } name && signers.Find(name) is null)
        {
            problems.Add(Problem("SIGNER_UNKNOWN", organisation, SignInErrors.SignerMissing(organisation, signers.Names).Error, "Add the signer to the server's configuration or correct its name.", "Добавьте подписанта в конфигурацию сервера или исправьте имя."));
        }

        if (organisation.SignerName is null && await tokens.FindAsync(organisation, TokenKind.TrueApi, cancellationToken).ConfigureAwait(false) is null)
        {
            problems.Add(Problem("SIGN_IN_NEEDED", organisation, SignInErrors.NeedsSignature(organisation).Error, "Run RunExchange, sign what it asks for, and hand it to ContinueExchange; or name a signer.", "Вызовите RunExchange, подпишите запрошенное и верните в ContinueExchange; либо укажите signer.") with { IsWarning = true });
        }

        if (organisation.OmsConnection is not null && !organisation.Exclusive)
        {
            problems.Add(Problem("OMS_SHARED", organisation, SignInErrors.NotExclusive(organisation).Error, "Ask who else uses this omsConnection, usually the customer's own 1C; register an installation for this server.", "Выясните, кто ещё использует этот omsConnection (обычно 1С заказчика); зарегистрируйте отдельное устройство для этого сервера.") with { IsWarning = true });
        }

        return problems;
    }

    private async ValueTask<ConnectorProblem?> ReachAsync(ZnakOrganisation organisation, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ZnakRequest(ZnakService.TrueApi, HttpMethod.Get, "/api/v3/true-api/auth/key") { Inn = organisation.Inn, Token = TokenKind.None, Limit = Patience };
            var answer = await sender.SendAsync(organisation, request, null, cancellationToken).ConfigureAwait(false);
            return answer.IsOk ? null : Unreachable(organisation, ZnakFailures.ErrorOf(answer, request));
        }
        catch (ConnectorException failure)
        {
            return Unreachable(organisation, failure.Error);
        }
    }

    private static ConnectorProblem Unreachable(ZnakOrganisation organisation, ConnectorError error) =>
        new("TRUE_API_UNREACHABLE", organisation.Contour == ZnakContour.Production ? "production.trueApi" : "sandbox.trueApi", error.Message, "Check the address, the proxy and the way out of the server's network.")
        {
            MessageRu = error.MessageRu,
            NextStepRu = "Проверьте адрес, прокси и выход сервера в сеть.",
            Detail = error.Detail,
        };

    private ConnectorProblem Problem(string code, ZnakOrganisation organisation, ConnectorError error, string nextStep, string nextStepRu) =>
        new(code, $"organisations[{plan.Organisations.ToList().IndexOf(organisation)}]", error.Message, nextStep) { MessageRu = error.MessageRu, NextStepRu = nextStepRu };
}
