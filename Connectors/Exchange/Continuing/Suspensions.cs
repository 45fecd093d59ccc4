using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Keeps suspended exchanges. The store has them sealed, and only the token opens them: it carries the key, is used up by its first use and belongs to its user.</summary>
internal sealed class Suspensions(EngineParts parts)
{
    private const int IdLength = 16;
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Challenges with ids that can be told apart.</summary>
    public IReadOnlyList<SessionChallenge> Named(IReadOnlyList<SessionChallenge> challenges)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        return [.. challenges.Select(challenge => challenge.ItemId is { Length: > 0 } id && seen.Add(id) ? challenge : challenge with { ItemId = parts.Ids.Next() })];
    }

    /// <summary>Keeps a state and gives the token for it.</summary>
    public async Task<string> KeepAsync(string? user, IReadOnlyList<SessionChallenge> challenges, IReadOnlyList<PendingSignature> signatures)
    {
        var secret = RandomNumberGenerator.GetBytes(IdLength + KeyLength);
        var id = NameOf(secret.AsSpan(0, IdLength), user);
        var state = new SuspendedState(challenges, [.. signatures.Select(pending => new SuspendedItem(pending.Item.ItemId, pending.MessageId, pending.Second))]);
        var suspension = new Suspension(id, Seal(state.Write(), secret.AsSpan(IdLength), id), parts.Now + parts.Options.ContinueLife);
        await parts.Store.CommitAsync(new ExchangeCommit(parts.ConnectorId) { Suspension = suspension }, CancellationToken.None).ConfigureAwait(false);
        return Base64Url.EncodeToString(secret);
    }

    /// <summary>Takes a state out; the token is used up then.</summary>
    /// <exception cref="ConnectorException">The token is unknown, used, outdated or another user's.</exception>
    public async Task<SuspendedState> TakeAsync(string token, string? user, CancellationToken cancellationToken)
    {
        if (!TryRead(token, out var secret)) throw new ConnectorException(ExchangeErrors.Token);
        var id = NameOf(secret.AsSpan(0, IdLength), user);
        var sealedBytes = await parts.Store.TakeSuspensionAsync(parts.ConnectorId, id, parts.Now, cancellationToken).ConfigureAwait(false) ?? throw new ConnectorException(ExchangeErrors.Token);
        try
        {
            return SuspendedState.Read(Open(sealedBytes, secret.AsSpan(IdLength), id));
        }
        catch (CryptographicException)
        {
            throw new ConnectorException(ExchangeErrors.Token);
        }
    }

    private static bool TryRead(string token, out byte[] secret)
    {
        secret = new byte[IdLength + KeyLength];
        return token is not null && Base64Url.IsValid(token, out var length) && length == secret.Length && Base64Url.TryDecodeFromChars(token, secret, out _);
    }

    // Another user's token is not found at all, so trying it does not use it up.
    private string NameOf(ReadOnlySpan<byte> id, string? user) =>
        Convert.ToHexStringLower(SHA256.HashData([.. id, .. Encoding.UTF8.GetBytes($"{parts.ConnectorId}\n{user}")]));

    private static byte[] Seal(byte[] content, ReadOnlySpan<byte> key, string id)
    {
        var result = new byte[NonceLength + TagLength + content.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(result.AsSpan(0, NonceLength), content, result.AsSpan(NonceLength + TagLength), result.AsSpan(NonceLength, TagLength), Encoding.UTF8.GetBytes(id));
        return result;
    }

    private static byte[] Open(byte[] content, ReadOnlySpan<byte> key, string id)
    {
        if (content.Length < NonceLength + TagLength) throw new CryptographicException();
        var plain = new byte[content.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(content.AsSpan(0, NonceLength), content.AsSpan(NonceLength + TagLength), content.AsSpan(NonceLength, TagLength), plain, Encoding.UTF8.GetBytes(id));
        return plain;
    }
}
