using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Server.Api;

namespace Server.Exchange;

/// <summary>What a person decided about a message.</summary>
internal sealed record DecisionWish(ExchangeDecision Decision, string? RequestId)
{
    private const string DecisionField = "decision", RequestIdField = "requestId";

    /// <exception cref="ApiException">It cannot be read.</exception>
    public static DecisionWish Of(ConnectorRecord body)
    {
        if (body.Names.FirstOrDefault(name => name is not (DecisionField or RequestIdField)) is { } unknown)
            throw new ApiException(ApiError.Invalid($"'{unknown}' is not known; known: {DecisionField}, {RequestIdField}.", $"«{unknown}» неизвестно; известны: {DecisionField}, {RequestIdField}."));
        var names = string.Join(", ", Enum.GetNames<ExchangeDecision>());
        if (body[DecisionField] is not string text || text.Any(char.IsAsciiDigit) || !Enum.TryParse<ExchangeDecision>(text, ignoreCase: true, out var decision))
            throw new ApiException(ApiError.Invalid($"{DecisionField} takes one of {names}.", $"{DecisionField} — одно из {names}."));
        if (body[RequestIdField] is not (null or string)) throw new ApiException(ApiError.Invalid($"{RequestIdField} takes a text.", $"{RequestIdField} — текст."));
        var requestId = (body[RequestIdField] as string)?.Trim();
        if (decision == ExchangeDecision.Arrived && string.IsNullOrEmpty(requestId))
            throw new ApiException(ApiError.Invalid($"Arrived needs {RequestIdField}: the id the message has at the other system.", $"Для Arrived нужен {RequestIdField}: номер, под которым сообщение есть у другой стороны."));
        return new(decision, string.IsNullOrEmpty(requestId) ? null : requestId);
    }
}
