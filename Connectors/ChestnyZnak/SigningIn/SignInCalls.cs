using System.Text;
using Cleverence.Connectivity.Exchange;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>The requests of a sign-in: a fresh text to sign, and the redemption of its attached signature.</summary>
internal sealed class SignInCalls(ZnakPlan plan, ZnakSender sender, TimeProvider time)
{
    // The pair is single-use and ends soon.
    private static readonly TimeSpan ChallengeLife = TimeSpan.FromMinutes(5);

    /// <summary>Fetches a text to sign.</summary>
    public async ValueTask<SessionChallenge> ChallengeAsync(ZnakOrganisation organisation, TokenKind kind, CancellationToken cancellationToken)
    {
        var request = new ZnakRequest(ZnakService.TrueApi, HttpMethod.Get, "/api/v3/true-api/auth/key") { Inn = organisation.Inn, Token = TokenKind.None };
        var answer = await sender.SendAsync(organisation, request, null, cancellationToken).ConfigureAwait(false);
        if (!answer.IsOk) throw ZnakFailures.Of(answer, request);
        var json = answer.Json();
        if (json.Text("uuid") is not { } uuid || json.Text("data") is not { } text) throw ZnakFailures.Unreadable(answer, request);
        return new SessionChallenge($"session:{uuid}", organisation.Inn, kind.ToString(), Encoding.UTF8.GetBytes(text)) { Memo = uuid, ExpiresAt = time.GetUtcNow() + ChallengeLife };
    }

    /// <summary>Hands the signature in and takes the token.</summary>
    public async ValueTask<ZnakToken> RedeemAsync(ZnakOrganisation organisation, TokenKind kind, string uuid, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken)
    {
        var request = new ZnakRequest(ZnakService.TrueApi, HttpMethod.Post, PathOf(organisation, kind))
        {
            Inn = organisation.Inn,
            Token = TokenKind.None,
            Class = CallClass.TokenIssue,
            Body = Encoding.UTF8.GetBytes(BodyOf(organisation, kind, uuid, cms).ToString(Formatting.None)),
        };
        var answer = await sender.SendAsync(organisation, request, null, cancellationToken).ConfigureAwait(false);
        if (!answer.IsOk) throw ZnakFailures.Of(answer, request);
        return TokenAnswer.Read(answer.Json(), time.GetUtcNow(), plan.Limits.TokenLife) ?? throw SignInErrors.NoToken(organisation, answer, request);
    }

    private static string PathOf(ZnakOrganisation organisation, TokenKind kind) => kind switch
    {
        TokenKind.Suz => $"/api/v3/true-api/auth/simpleSignIn/{Uri.EscapeDataString(organisation.OmsConnection ?? throw SignInErrors.NoConnection(organisation))}",
        TokenKind.Permissive => "/api/v3/true-api/auth/permissive-access",
        _ => "/api/v3/true-api/auth/simpleSignIn",
    };

    private JObject BodyOf(ZnakOrganisation organisation, TokenKind kind, string uuid, ReadOnlyMemory<byte> cms)
    {
        var signature = Convert.ToBase64String(cms.Span);
        if (kind == TokenKind.Permissive) return new JObject { ["data"] = signature };
        var body = new JObject { ["uuid"] = uuid, ["data"] = signature };
        if (organisation.PowerOfAttorney) body["inn"] = organisation.Inn;
        if (plan.Settings.UnitedToken && kind == TokenKind.TrueApi) body["unitedToken"] = true;
        return body;
    }
}
