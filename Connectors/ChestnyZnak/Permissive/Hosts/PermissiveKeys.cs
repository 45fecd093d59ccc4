using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>The keys of the permissive mode at hand: a sale never waits for a sign-in. Thread-safe.</summary>
internal sealed class PermissiveKeys(TokenCache tokens, Errands errands, ILogger logger)
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> refused = new(StringComparer.Ordinal);

    /// <summary>The key at hand; null when there is none. Then one is fetched behind the sale.</summary>
    public async ValueTask<string?> FindAsync(ZnakOrganisation organisation, CancellationToken cancellationToken)
    {
        if (organisation.PermissiveKey is { } key) return key;
        if (known.TryGetValue(NameOf(organisation), out var kept)) return kept;
        var found = await tokens.FindAsync(organisation, TokenKind.Permissive, cancellationToken).ConfigureAwait(false);
        if (found is null || IsRefused(organisation, found))
        {
            _ = FetchSoon(organisation);
            return null;
        }

        return known[NameOf(organisation)] = found;
    }

    /// <summary>A key that lives; signs in when there is none.</summary>
    /// <exception cref="ConnectorException">Nobody here can get one.</exception>
    public async ValueTask<string> GetAsync(ZnakOrganisation organisation, CancellationToken cancellationToken)
    {
        var name = NameOf(organisation);
        var key = refused.TryGetValue(name, out var spent) && organisation.PermissiveKey is null
            ? await tokens.RenewAsync(organisation, TokenKind.Permissive, spent, cancellationToken).ConfigureAwait(false)
            : await tokens.GetAsync(organisation, TokenKind.Permissive, cancellationToken).ConfigureAwait(false);
        if (spent is not null && key != spent) refused.TryRemove(KeyValuePair.Create(name, spent));
        return known[name] = key;
    }

    /// <summary>A host refused a key: sales go on without the hosts until there is another.</summary>
    public void Refused(ZnakOrganisation organisation, string key)
    {
        var name = NameOf(organisation);
        var first = !refused.TryGetValue(name, out var told) || told != key;
        refused[name] = key;
        known.TryRemove(KeyValuePair.Create(name, key));
        if (first) PermissiveLog.KeyRefused(logger, organisation.Inn, organisation.PermissiveKey is null ? "a new one is fetched" : "it is a fixed one: replace permissiveKey");
        if (organisation.PermissiveKey is null) _ = FetchSoon(organisation);
    }

    /// <summary>A host took a key.</summary>
    public void Accepted(ZnakOrganisation organisation, string key)
    {
        known[NameOf(organisation)] = key;
        refused.TryRemove(NameOf(organisation), out _);
    }

    /// <summary>Whether the last key was refused, and no other was taken since.</summary>
    public bool IsRefused(ZnakOrganisation organisation) => refused.ContainsKey(NameOf(organisation));

    private bool IsRefused(ZnakOrganisation organisation, string key) => refused.TryGetValue(NameOf(organisation), out var spent) && spent == key;

    private Task FetchSoon(ZnakOrganisation organisation) => errands.Start($"key {NameOf(organisation)}", stopping => GetAsync(organisation, stopping).AsTask());

    private static string NameOf(ZnakOrganisation organisation) => TokenRecords.KeyOf(organisation, TokenKind.Permissive);
}
