using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Tokens as secret records of the connector: they survive restarts, and a second server uses the first one's.</summary>
internal sealed class TokenRecords(IConnectorRecords records)
{
    private const string Kind = "token";

    /// <summary>The key of a participant's token. One client token lives for an omsConnection, so that it is part of the key.</summary>
    public static string KeyOf(ZnakOrganisation organisation, TokenKind kind) =>
        kind == TokenKind.Suz ? $"{organisation.Contour}:{organisation.Inn}:{kind}:{organisation.OmsConnection}" : $"{organisation.Contour}:{organisation.Inn}:{kind}";

    public async ValueTask<ZnakToken?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var record = await records.GetAsync(Kind, key, cancellationToken).ConfigureAwait(false);
        if (record is null) return null;
        try
        {
            var stored = JsonText.Parse(Encoding.UTF8.GetString(record.Content));
            return stored.Text("value") is { } value && stored.Moment("expiresAt") is { } end ? new ZnakToken(value, end) : null;
        }
        catch (JsonException)
        {
            // Written by another version: as good as none, for a new one replaces it.
            return null;
        }
    }

    public ValueTask KeepAsync(string key, ZnakToken token, CancellationToken cancellationToken)
    {
        var content = new JObject { ["value"] = token.Value, ["expiresAt"] = token.ExpiresAt.ToUnixTimeMilliseconds() }.ToString(Formatting.None);
        return records.WriteAsync([new RecordChange(Kind, key, Encoding.UTF8.GetBytes(content)) { ExpiresAt = token.ExpiresAt, Secret = true }], cancellationToken);
    }

    /// <summary>Takes the right to issue a token, over all servers.</summary>
    public ValueTask<IRecordLease?> TryLeaseAsync(string key, TimeSpan time, CancellationToken cancellationToken) => records.TryLeaseAsync($"token:{key}", time, cancellationToken);
}
