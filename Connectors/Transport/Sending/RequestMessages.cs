using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>Puts requests into messages. What could change where a message goes or how it is framed is refused here.</summary>
internal sealed class RequestMessages(TransportOptions options)
{
    private readonly string baseText = options.BaseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
    private readonly string target = options.BaseAddress.Authority;

    // Most templates have one address: it is read once, not at every call.
    private volatile KnownAddress? known;

    /// <summary>The first message of a request. A relative address is always of the base address's origin.</summary>
    public Hop First(TransportRequest request)
    {
        var address = AddressOf(request.Address);
        return new Hop(HttpMethods.Of(request.Verb), address, WithBody: true, IsHome: !IsWhole(request.Address) || Origins.Same(address, options.BaseAddress));
    }

    private Uri AddressOf(string text)
    {
        if (known is { } last && last.Text == text) return last.Address;
        if (text.AsSpan().ContainsAnyInRange('\0', ' ') || text.AsSpan().IndexOfAny('\\', '\u007f') >= 0) throw Refused("The address of a request holds a space, a control character or a backslash", "В адресе запроса пробел, управляющий символ или обратная косая черта");
        if (!IsWhole(text)) return (known = new KnownAddress(text, new Uri(text.StartsWith('?') ? baseText + text : $"{baseText}/{text.TrimStart('/')}"))).Address;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var whole)) throw Refused("The address of a request cannot be read", "Адрес запроса не читается");
        return whole.UserInfo.Length == 0 ? whole : throw Refused("The address of a request holds a user", "В адресе запроса указан пользователь");
    }

    /// <summary>Makes the message of one hop.</summary>
    public HttpRequestMessage Make(TransportCall call, Hop hop)
    {
        var request = call.Request;
        var message = new HttpRequestMessage(hop.Method, hop.Address);
        var body = hop.WithBody ? request.Body : null;
        message.Content = request.ReadsOnly || hop.IsFollowingRead
            ? Made(body, request, static (body, type, _) => body.Make(type), call)
            : Made(body, request, static (body, type, call) => body.Watched(type, call), call) ?? new WatchedContent(null, call);
        foreach (var (name, value) in request.Headers) Add(message, name, value, hop.IsHome, body is not null);
        foreach (var (name, value) in options.Headers)
        {
            if (Find(request.Headers, name) is null) Add(message, name, value, hop.IsHome, body is not null);
        }

        AddOwn(message, call);
        if (request.ReadsOnly) call.MayBeSent = true;
        return message;
    }

    private static bool IsWhole(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string? Find(IReadOnlyDictionary<string, string> headers, string name)
    {
        if (headers.TryGetValue(name, out var exact)) return exact;
        foreach (var (other, value) in headers)
        {
            if (other.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    private HttpContent? Made(TransportBody? body, TransportRequest request, Func<TransportBody, string?, TransportCall, HttpContent> make, TransportCall call)
    {
        if (body is null) return null;
        var type = Find(request.Headers, "Content-Type") ?? Find(options.Headers, "Content-Type");
        if (type is not null && !TransportBody.IsType(type)) throw Refused($"The Content-Type '{Shown(type)}' of a request is none, or names an unknown character set", $"Content-Type «{Shown(type)}» запроса не читается или называет неизвестную кодировку");
        try
        {
            return make(body, type, call);
        }
        catch (EncoderFallbackException lacking)
        {
            var letter = lacking.CharUnknown == '\0' ? $"U+{char.ConvertToUtf32(lacking.CharUnknownHigh, lacking.CharUnknownLow):X4}" : $"U+{(int)lacking.CharUnknown:X4}";
            throw Refused($"The body of a request holds the letter {letter}, which its character set lacks", $"В теле запроса есть буква {letter}, которой нет в его кодировке");
        }
    }

    private void AddOwn(HttpRequestMessage message, TransportCall call)
    {
        var headers = message.Headers;
        if (!headers.NonValidated.Contains("User-Agent")) headers.TryAddWithoutValidation("User-Agent", "Connectors");
        if (!headers.NonValidated.Contains("Accept")) headers.TryAddWithoutValidation("Accept", "*/*");
        if (!headers.NonValidated.Contains("Accept-Encoding")) headers.TryAddWithoutValidation("Accept-Encoding", DecodedContent.Accepted);
        if (call.RequestId is { } id && !headers.NonValidated.Contains(call.Request.KeyHeader)) Put(headers, call.Request.KeyHeader, id);
        if (call.Request.CorrelationId is { } correlation && !headers.NonValidated.Contains("X-Correlation-Id")) Put(headers, "X-Correlation-Id", correlation);
        if (call.Deadline is { } deadline && !headers.NonValidated.Contains("X-Deadline-Ms"))
        {
            headers.TryAddWithoutValidation("X-Deadline-Ms", ((long)Math.Max(0, Math.Ceiling(deadline.TotalMilliseconds))).ToString(CultureInfo.InvariantCulture));
        }
    }

    // Ids come from callers: one that HTTP cannot carry as it is goes escaped, always in the same way.
    private void Put(HttpRequestHeaders headers, string name, string value)
    {
        if (!headers.TryAddWithoutValidation(name, HeaderText.IsValue(value) ? value : Uri.EscapeDataString(value))) throw Refused($"The header '{Shown(name)}' cannot carry an id", $"Заголовок «{Shown(name)}» не может нести идентификатор");
    }

    private void Add(HttpRequestMessage message, string name, string value, bool home, bool withBody)
    {
        if (!HeaderText.IsName(name) || !HeaderText.IsValue(value)) throw Refused($"The header '{Shown(name)}' of a request holds what HTTP does not allow", $"Заголовок «{Shown(name)}» запроса содержит недопустимое в HTTP");
        if (HeaderText.IsReserved(name)) throw Refused($"The header '{name}' of a request is written by the connector itself", $"Заголовок «{name}» запроса пишет сам коннектор");
        if (!home && HeaderText.IsCredential(name)) return;
        if (!HeaderText.IsOfBody(name)) message.Headers.TryAddWithoutValidation(name, value);
        else if (message.Content is { } content && !(withBody && name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            content.Headers.Remove(name);
            content.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static string Shown(string name) => name.Length <= 40 ? name : $"{name[..39]}…";

    private ConnectorException Refused(string what, string whatRu) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"{what}; it was not sent.") { MessageRu = $"{whatRu}; он не отправлен.", Reason = "REQUEST_REFUSED", Target = target });

    private sealed record KnownAddress(string Text, Uri Address);
}
