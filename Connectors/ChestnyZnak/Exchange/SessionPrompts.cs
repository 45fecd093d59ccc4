using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Texts to sign in for organisations whose key is on a workplace: asked for whenever something waits for an answer and no token lives.</summary>
/// <remarks>The engine asks for one only before it sends; what was sent before must be asked for too.</remarks>
internal sealed class SessionPrompts(ZnakParts parts)
{
    private const string Kind = "prompt";
    private const string Mark = "session-only";
    private static readonly ExchangeStage[] Asking = [ExchangeStage.Accepted, ExchangeStage.WaitingRemote, ExchangeStage.Uncertain];

    /// <summary>Whether a token of a result is of prompts alone.</summary>
    public static bool IsOwn(string token) => token == Mark;

    /// <summary>Adds what must be signed to a result of the engine.</summary>
    public async ValueTask<ExchangeResult> AddAsync(ExchangeResult result, IReadOnlyList<string>? organisations, CancellationToken cancellationToken)
    {
        var added = new List<SigningItem>();
        foreach (var organisation in parts.Plan.Organisations.Where(one => organisations is null || organisations.Contains(one.Inn)))
        {
            if (result.SigningRequired.Any(item => item.Organisation == organisation.Inn && item.Form == SignatureForm.Attached)) continue;
            if (await PromptAsync(organisation, cancellationToken).ConfigureAwait(false) is { } item) added.Add(item);
        }

        return added.Count == 0 ? result : result with { SigningRequired = [.. added, .. result.SigningRequired], ContinueToken = result.ContinueToken ?? Mark };
    }

    /// <summary>Redeems those signatures that belong to prompts of ours, and hands back the others.</summary>
    public async ValueTask<IReadOnlyList<SignedItem>> RedeemAsync(IReadOnlyList<SignedItem> signed, CancellationToken cancellationToken)
    {
        var others = new List<SignedItem>();
        foreach (var item in signed)
        {
            if (await parts.Records.GetAsync(Kind, item.ItemId, cancellationToken).ConfigureAwait(false) is not { } record)
            {
                others.Add(item);
                continue;
            }

            // A refused one is asked for again by the next run, which looks for a living token.
            await parts.Adapter.SetSessionKeyAsync(Read(item.ItemId, record), item.Cms, cancellationToken).ConfigureAwait(false);
            await parts.Records.WriteAsync([new RecordChange(Kind, item.ItemId, null)], cancellationToken).ConfigureAwait(false);
        }

        return others;
    }

    private async ValueTask<SigningItem?> PromptAsync(ZnakOrganisation organisation, CancellationToken cancellationToken)
    {
        if (parts.Adapter.SignerOf(organisation.Inn) is not null || await parts.Tokens.FindAsync(organisation, TokenKind.TrueApi, cancellationToken).ConfigureAwait(false) is not null) return null;
        var open = await parts.Exchange.ListMessagesAsync(new ExchangeQuery { Organisation = organisation.Inn, Stages = Asking, Limit = 100 }, cancellationToken).ConfigureAwait(false);
        if (!open.Any(message => message.Content.Purpose == TrueApiAdapter.Name)) return null;
        try
        {
            var challenge = await parts.Tokens.ChallengeAsync(organisation, TokenKind.TrueApi, cancellationToken).ConfigureAwait(false);
            await parts.Records.WriteAsync([Change(challenge)], cancellationToken).ConfigureAwait(false);
            return new SigningItem(challenge.ItemId, organisation.Inn, SignatureForm.Attached, challenge.Content) { Purpose = "session" };
        }
        catch (ConnectorException)
        {
            // Without the text the run has told its failure already; the next one asks again.
            return null;
        }
    }

    private static RecordChange Change(SessionChallenge challenge)
    {
        var content = new JObject { ["inn"] = challenge.Organisation, ["purpose"] = challenge.Purpose, ["memo"] = challenge.Memo }.ToString(Formatting.None);
        return new RecordChange(Kind, challenge.ItemId, Encoding.UTF8.GetBytes(content)) { ExpiresAt = challenge.ExpiresAt, Secret = true };
    }

    private static SessionChallenge Read(string id, StoredRecord record)
    {
        var stored = JsonText.Parse(Encoding.UTF8.GetString(record.Content));
        return new SessionChallenge(id, stored.Text("inn")!, stored.Text("purpose")!, []) { Memo = stored.Text("memo") };
    }
}
