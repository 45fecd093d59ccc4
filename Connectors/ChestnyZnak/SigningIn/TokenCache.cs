using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>Tokens by contour, participant and purpose. Thread-safe; one sign-in at a time for each, in this process and over all servers.</summary>
/// <remarks>A client token of СУЗ ends the one before it, so that a live one of another server is always taken in place of a new one.</remarks>
internal sealed class TokenCache(ZnakPlan plan, ISigners signers, SignInCalls calls, TokenRecords records, ILogger? logger, TimeProvider time)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentDictionary<string, ZnakToken> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<ZnakToken>> running = new(StringComparer.Ordinal);
    private readonly Lock sync = new();

    /// <summary>Gives a token that lives; signs in when there is none.</summary>
    /// <exception cref="ConnectorException">There is none, and nobody here can sign for one.</exception>
    public ValueTask<string> GetAsync(ZnakOrganisation organisation, TokenKind kind, CancellationToken cancellationToken) => TakeAsync(organisation, kind, null, cancellationToken);

    /// <summary>Gives another token than one that was refused: that of another worker where there is one, else a new one.</summary>
    public ValueTask<string> RenewAsync(ZnakOrganisation organisation, TokenKind kind, string spentToken, CancellationToken cancellationToken) => TakeAsync(organisation, kind, spentToken, cancellationToken);

    /// <summary>Fetches a text that a person signs to get a token.</summary>
    public ValueTask<SessionChallenge> ChallengeAsync(ZnakOrganisation organisation, TokenKind kind, CancellationToken cancellationToken)
    {
        ThrowIfForbidden(organisation, kind);
        return calls.ChallengeAsync(organisation, kind, cancellationToken);
    }

    /// <summary>Redeems a text that a person has signed, and keeps the token.</summary>
    public async ValueTask RedeemAsync(ZnakOrganisation organisation, TokenKind kind, string uuid, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken)
    {
        ThrowIfForbidden(organisation, kind);
        var name = TokenRecords.KeyOf(organisation, kind);
        await using var lease = await HoldAsync(organisation, name, cancellationToken).ConfigureAwait(false);
        await KeepAsync(name, await calls.RedeemAsync(organisation, kind, uuid, cms, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    // A client token ends the one before it: while another is being issued, a person's signature waits.
    private async Task<IRecordLease> HoldAsync(ZnakOrganisation organisation, string name, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            if (await records.TryLeaseAsync(name, plan.Limits.SignIn, cancellationToken).ConfigureAwait(false) is { } lease) return lease;
            if (time.GetElapsedTime(started) >= plan.Limits.SignIn) throw SignInErrors.StillSigning(organisation);
            await Task.Delay(LookAgain, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A token that lives and is at hand, without signing in; null when there is none.</summary>
    public async ValueTask<string?> FindAsync(ZnakOrganisation organisation, TokenKind kind, CancellationToken cancellationToken) =>
        kind == TokenKind.Permissive && organisation.PermissiveKey is { } key ? key : (await FindAsync(TokenRecords.KeyOf(organisation, kind), null, cancellationToken).ConfigureAwait(false))?.Value;

    // Whatever hinders it, the call that wanted the token has not left.
    private async ValueTask<string> TakeAsync(ZnakOrganisation organisation, TokenKind kind, string? spent, CancellationToken cancellationToken)
    {
        try
        {
            return await WaitAsync(organisation, kind, spent, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new NotLeftException(cancellationToken);
        }
        catch (ConnectorException failure)
        {
            throw NoTokenException.Of(failure.Error, failure);
        }
        catch (Exception failure)
        {
            throw NoTokenException.Of(SignInErrors.Broken(organisation, failure), failure);
        }
    }

    private async ValueTask<string> WaitAsync(ZnakOrganisation organisation, TokenKind kind, string? spent, CancellationToken cancellationToken)
    {
        if (kind == TokenKind.Permissive && organisation.PermissiveKey is { } key) return key;
        if (kind == TokenKind.Suz && organisation.OmsConnection is null) throw SignInErrors.NoConnection(organisation);
        var name = TokenRecords.KeyOf(organisation, kind);
        while (true)
        {
            if (known.TryGetValue(name, out var token) && IsFresh(token, spent)) return token.Value;
            token = await FlightOf(organisation, kind, name, spent).WaitAsync(cancellationToken).ConfigureAwait(false);

            // A flight that began before the refusal may bring the very token that was refused.
            if (token.Value != spent) return token.Value;
        }
    }

    // Everybody waits for the same sign-in, so that nobody's leaving may end it: its own limit does.
    private Task<ZnakToken> FlightOf(ZnakOrganisation organisation, TokenKind kind, string name, string? spent)
    {
        lock (sync)
        {
            if (!running.TryGetValue(name, out var flight)) running[name] = flight = Task.Run(() => FlyAsync(organisation, kind, name, spent), CancellationToken.None);
            return flight;
        }
    }

    private async Task<ZnakToken> FlyAsync(ZnakOrganisation organisation, TokenKind kind, string name, string? spent)
    {
        using var limit = new CancellationTokenSource(plan.Limits.SignIn, time);
        try
        {
            return await FetchAsync(organisation, kind, name, spent, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw SignInErrors.StillSigning(organisation);
        }
        finally
        {
            lock (sync) running.Remove(name);
        }
    }

    private async Task<ZnakToken> FetchAsync(ZnakOrganisation organisation, TokenKind kind, string name, string? spent, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await FindAsync(name, spent, cancellationToken).ConfigureAwait(false) is { } found) return found;
            await using var lease = await records.TryLeaseAsync(name, plan.Limits.SignIn, cancellationToken).ConfigureAwait(false);
            if (lease is not null)
            {
                // Between the look and the lease another server may have signed in.
                return await FindAsync(name, spent, cancellationToken).ConfigureAwait(false) ?? await SignInAsync(organisation, kind, name, cancellationToken).ConfigureAwait(false);
            }

            await Task.Delay(LookAgain, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ZnakToken> SignInAsync(ZnakOrganisation organisation, TokenKind kind, string name, CancellationToken cancellationToken)
    {
        ThrowIfForbidden(organisation, kind);
        if (organisation.SignerName is not { } signerName) throw SignInErrors.NeedsSignature(organisation);
        var signer = signers.Find(signerName) ?? throw SignInErrors.SignerMissing(organisation, signers.Names);
        var challenge = await calls.ChallengeAsync(organisation, kind, cancellationToken).ConfigureAwait(false);
        var signed = await signer.SignAsync(challenge.Content, SignatureForm.Attached, cancellationToken).ConfigureAwait(false);
        if (signed.Cms is not { } cms) throw SignInErrors.NeedsSignature(organisation);
        var token = await calls.RedeemAsync(organisation, kind, challenge.Memo!, cms, cancellationToken).ConfigureAwait(false);
        logger?.LogInformation("Chestny ZNAK: {Inn} signed in for {Kind}, until {End}.", organisation.Inn, kind, token.ExpiresAt);
        await KeepAsync(name, token, cancellationToken).ConfigureAwait(false);
        return token;
    }

    private async ValueTask KeepAsync(string name, ZnakToken token, CancellationToken cancellationToken)
    {
        // It lives at the other side already: what hinders its keeping must not make anybody ask for one more.
        known[name] = token;
        await records.KeepAsync(name, token, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ZnakToken?> FindAsync(string name, string? spent, CancellationToken cancellationToken)
    {
        var stored = await records.FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (stored is null || !IsFresh(stored, spent)) return null;
        known[name] = stored;
        return stored;
    }

    private bool IsFresh(ZnakToken token, string? spent) => token.Value != spent && token.ExpiresAt - plan.Limits.TokenMargin > time.GetUtcNow();

    private static void ThrowIfForbidden(ZnakOrganisation organisation, TokenKind kind)
    {
        if (kind != TokenKind.Suz) return;
        if (organisation.OmsConnection is null) throw SignInErrors.NoConnection(organisation);
        if (!organisation.Exclusive) throw SignInErrors.NotExclusive(organisation);
    }
}
