using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>Puts requests into messages. What could change where a message goes or how it is framed is refused here.</summary>
internal sealed class RequestMessages(TransportOptions options)
{
    private readonly string baseText = options.BaseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
    private readonly string target = options.BaseAddress.Authority;

    public Uri AddressOf(TransportRequest request)
    {
        var text = request.Address;
        if (text.AsSpan().ContainsAnyInRange('\0', ' ') || text.AsSpan().IndexOfAny('\\', '\u007f') >= 0) throw Refused("The address of a request holds a space, a control character or a backslash", "В адресе запроса пробел, управляющий символ или обратная косая черта");
        if (!IsWhole(text)) return new Uri(text.StartsWith('?') ? baseText + text : $"{baseText}/{text.TrimStart('/')}");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var whole)) throw Refused("The address of a request cannot be read", "Адрес запроса не читается");
        return whole.UserInfo.Length == 0 ? whole : throw Refused("The address of a request holds a user", "В адресе запроса указан пользователь");
    }

    /// <summary>Makes the message of one hop.</summary>
    public HttpRequestMessage Make(TransportCall call, Hop hop)
    {
        var request = call.Request;
        var message = new HttpRequestMessage(hop.Method, hop.Address);
        var home = IsHome(hop.Address);
        foreach (var (name, value) in request.Headers) Add(message, name, value, home);
        foreach (var (name, value) in options.Headers)
        {
            if (!message.Headers.Contains(name)) Add(message, name, value, home);
        }

        AddOwn(message, call);
        var body = hop.WithBody ? request.Body?.Make() : null;
        if (body is not null && request.Headers.TryGetValue("Content-Type", out var type)) Retype(body, type);
        message.Content = request.ReadsOnly || hop.IsFollowingRead ? body : new WatchedContent(body, call);
        if (request.ReadsOnly) call.MayBeSent = true;
        return message;
    }

    /// <summary>Whether an address is of the base address's origin; credentials go nowhere else.</summary>
    public bool IsHome(Uri address) =>
        Origins.Same(address, options.BaseAddress);

    private static bool IsWhole(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static void AddOwn(HttpRequestMessage message, TransportCall call)
    {
        var headers = message.Headers;
        if (!headers.Contains("User-Agent")) headers.TryAddWithoutValidation("User-Agent", "Connectors");
        if (!headers.Contains("Accept")) headers.TryAddWithoutValidation("Accept", "*/*");
        if (call.RequestId is { } id && !headers.Contains(call.Request.KeyHeader)) Put(headers, call.Request.KeyHeader, id);
        if (call.Request.CorrelationId is { } correlation && !headers.Contains("X-Correlation-Id")) Put(headers, "X-Correlation-Id", correlation);
        if (call.Deadline is { } deadline && !headers.Contains("X-Deadline-Ms"))
        {
            headers.TryAddWithoutValidation("X-Deadline-Ms", ((long)Math.Max(0, Math.Ceiling(deadline.TotalMilliseconds))).ToString(CultureInfo.InvariantCulture));
        }
    }

    // Ids come from callers: one that HTTP cannot carry is left out where it only helps to find a call, and escaped where it is the key of a repeat.
    private static void Put(System.Net.Http.Headers.HttpRequestHeaders headers, string name, string value) =>
        headers.TryAddWithoutValidation(name, HeaderText.IsValue(value) ? value : Uri.EscapeDataString(value));

    private void Add(HttpRequestMessage message, string name, string value, bool home)
    {
        if (!HeaderText.IsName(name) || !HeaderText.IsValue(value)) throw Refused($"The header '{Shown(name)}' of a request holds what HTTP does not allow", $"Заголовок «{Shown(name)}» запроса содержит недопустимое в HTTP");
        if (HeaderText.IsReserved(name)) throw Refused($"The header '{name}' of a request is written by the connector itself", $"Заголовок «{name}» запроса пишет сам коннектор");
        if (!home && HeaderText.IsCredential(name)) return;
        if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) message.Headers.TryAddWithoutValidation(name, value);
    }

    private static void Retype(HttpContent body, string type)
    {
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", type);
    }

    private static string Shown(string name) => name.Length <= 40 ? name : $"{name[..39]}…";

    private ConnectorException Refused(string what, string whatRu) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"{what}; it was not sent.") { MessageRu = $"{whatRu}; он не отправлен.", Reason = "REQUEST_REFUSED", Target = target });
}
