using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Asks the register: JSON in, JSON out.</summary>
internal sealed class RegisterCall(ZnakCaller caller)
{
    public const string V3 = "/api/v3/true-api/";
    public const string V4 = "/api/v4/true-api/";

    /// <summary>Asks and hands back what came with a yes.</summary>
    public async ValueTask<JToken> AskAsync(ZnakRequest request, CancellationToken cancellationToken)
    {
        var answer = await caller.AskAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Json() ?? throw ZnakFailures.Unreadable(answer, request);
    }

    /// <summary>Asks and hands back any readable answer.</summary>
    public ValueTask<ZnakAnswer> SendAsync(ZnakRequest request, CancellationToken cancellationToken) => caller.SendAsync(request, cancellationToken);

    public static ZnakRequest Get(ZnakOrganisation organisation, string path, TimeSpan patience) => new(ZnakService.TrueApi, HttpMethod.Get, path) { Inn = organisation.Inn, Patience = patience };

    public static ZnakRequest Post(ZnakOrganisation organisation, string path, JToken? body, TimeSpan patience) => new(ZnakService.TrueApi, HttpMethod.Post, path)
    {
        Inn = organisation.Inn,
        Patience = patience,
        Body = body is null ? null : Encoding.UTF8.GetBytes(body.ToString(Formatting.None)),
    };

    public static string Query(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var text = new StringBuilder(path);
        var first = true;
        foreach (var (name, value) in query)
        {
            if (string.IsNullOrEmpty(value)) continue;
            text.Append(first ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            first = false;
        }

        return text.ToString();
    }

    /// <summary>An object as a record; anything else under <c>value</c>.</summary>
    public static ConnectorRecord Record(JToken? token) => JsonValues.FromJson(token) as ConnectorRecord ?? new ConnectorRecord { { "value", JsonValues.FromJson(token) } };

    public static ConnectorTable Table(IEnumerable<JToken> rows) => ConnectorTable.FromRecords(rows.Select(Record));
}
