using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>The errors of answers over SOAP.</summary>
internal static class SoapErrors
{
    public static ConnectorException TooManyRows() =>
        new(new ConnectorError(ConnectorErrorCode.TooLarge, $"The answer has more than {ConnectorTable.MaxRows} rows. Narrow the request.")
        {
            MessageRu = $"В ответе больше {ConnectorTable.MaxRows} строк. Сузьте запрос.",
            Reason = "TOO_MANY_ROWS",
        });

    public static ConnectorException NotXml(AnswerFacts facts, string why)
    {
        var page = facts.IsPage && !facts.Text.AsSpan().TrimStart().StartsWith("<?xml") && !facts.ContentType.Contains("xml", StringComparison.OrdinalIgnoreCase);
        var (what, whatRu) = page ? ("a web page", "веб-страница") : ("something else", "что-то другое");
        return Unreadable(facts, ConnectorErrorCode.Rejected, "NOT_XML", $"{facts.Target} answered with {what} where SOAP was expected. Check baseAddress; a sign-in page or a proxy may stand in between.", $"{facts.Target}: в ответе {whatRu}, а ожидался SOAP. Проверьте baseAddress; возможно, отвечает страница входа или прокси.", why);
    }

    public static ConnectorException NotSoap(AnswerFacts facts, string root) =>
        Unreadable(facts, ConnectorErrorCode.Rejected, "NOT_SOAP", $"{facts.Target} answered with XML <{Short(root)}>, not with a SOAP envelope. Check baseAddress.", $"{facts.Target} ответил XML <{Short(root)}>, а не конвертом SOAP. Проверьте baseAddress.", "");

    public static ConnectorException TypeDeclaration(AnswerFacts facts) =>
        Unreadable(facts, ConnectorErrorCode.InvalidResult, "XML_DTD_REFUSED", $"The answer of {facts.Target} has a document type declaration, which is never read.", $"В ответе {facts.Target} есть объявление DTD; такие ответы не читаются.", "");

    public static ConnectorException OverLimit(AnswerFacts facts, string why) =>
        Unreadable(facts, ConnectorErrorCode.InvalidResult, "XML_LIMIT", $"The answer of {facts.Target} is over a limit of XML: {why}", $"Ответ {facts.Target} превышает предел XML (вложенность, атрибуты или число частей).", why);

    public static ConnectorException Broken(AnswerFacts facts, string why) =>
        Unreadable(facts, ConnectorErrorCode.InvalidResult, "XML_BROKEN", $"The answer of {facts.Target} is not well-formed XML. The log has the place.", $"Ответ {facts.Target} — неправильный XML. Место указано в журнале.", why);

    public static ConnectorException Empty(AnswerFacts facts) =>
        Unreadable(facts, ConnectorErrorCode.InvalidResult, "EMPTY_ANSWER", $"{facts.Target} answered with nothing where a result was expected.", $"{facts.Target} ответил пустым телом, а ожидался результат.", "");

    public static ConnectorException InReturn(string target, string text)
    {
        var sentence = FaultText.WithoutPlace(text);
        return new(new ConnectorError(ConnectorErrorCode.Rejected, sentence.Length == 0 ? text : sentence)
        {
            Reason = "ERROR_IN_RETURN",
            Target = target,
            Detail = ForeignText.Limited(text),
        });
    }

    public static ConnectorError Fault(string target, SoapFault fault)
    {
        var sentence = fault.Sentence;
        var error = Sort(target, fault);
        return error with { Message = sentence.Length > 0 ? sentence : error.Message, MessageRu = sentence.Length > 0 ? null : error.MessageRu };
    }

    private static ConnectorError Sort(string target, SoapFault fault)
    {
        if (IsAccess(fault.Subcode) || IsAccess(fault.Code)) return Of(ConnectorErrorCode.AccessDenied, "SOAP_FAULT_ACCESS");
        return Of(ConnectorErrorCode.Rejected, fault.Code switch
        {
            "Client" or "Sender" => "SOAP_FAULT_CLIENT",
            "Server" or "Receiver" => "SOAP_FAULT_SERVER",
            "MustUnderstand" => "SOAP_FAULT_MUST_UNDERSTAND",
            "VersionMismatch" => "SOAP_FAULT_VERSION",
            _ => "SOAP_FAULT",
        });

        ConnectorError Of(ConnectorErrorCode code, string reason) =>
            new(code, $"{target} answered with a fault without text ({(fault.Code.Length == 0 ? "no code" : fault.Code)}).") { MessageRu = $"{target} ответил ошибкой без текста ({(fault.Code.Length == 0 ? "без кода" : fault.Code)}).", Reason = reason };
    }

    // The codes of WS-Security that mean "who are you".
    private static bool IsAccess(string code) => code is "FailedAuthentication" or "InvalidSecurity" or "InvalidSecurityToken" or "SecurityTokenUnavailable" or "AccessDenied" or "Unauthorized";

    private static ConnectorException Unreadable(AnswerFacts facts, ConnectorErrorCode code, string reason, string message, string messageRu, string why) =>
        new(new ConnectorError(code, facts.Clean(message))
        {
            MessageRu = facts.Clean(messageRu),
            Reason = reason,
            Target = facts.Target,
            InDoubt = !facts.ReadsOnly,
            Detail = ForeignText.Limited(facts.Clean($"HTTP {facts.Status}, {facts.ContentType}. {why}\n{facts.Text}")),
        });

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..39]}…";
}
