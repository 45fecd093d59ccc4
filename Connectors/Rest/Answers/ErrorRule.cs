using System.Net.Http.Headers;
using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>An answer that is an error, as the settings describe it.</summary>
internal sealed record ErrorRule(ConnectorErrorCode Code, ErrorText Message)
{
    public IReadOnlyList<StatusRange> Statuses { get; init; } = [];

    public JsonPick? Pick { get; init; }

    /// <summary>The text that is the error; null where anything telling is.</summary>
    public string? Value { get; init; }

    /// <summary>The text that is success; null where <see cref="Value"/> decides.</summary>
    public string? Unless { get; init; }

    public ErrorText? MessageRu { get; init; }

    public string? Reason { get; init; }

    public bool Retryable { get; init; }

    public bool InDoubt { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public bool Fits(RestAnswer answer)
    {
        if (Statuses.Count > 0 && !Statuses.Any(range => range.Has(answer.Response.Status))) return false;
        if (Pick is null) return true;
        if (!answer.TryFind(Pick, out var found)) return false;
        return Pick.MeansMany && found is IReadOnlyList<object?> all ? all.Any(Fits) : Fits(found);
    }

    /// <summary>Tells an answer in the words of the rule.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="call">Whose arguments the words may show.</param>
    /// <param name="sorted">What the answer is without rules. A doubt that it holds stays: a status of a gateway says nothing of what became of a change.</param>
    public ConnectorError Tell(RestAnswer answer, RestCall call, ConnectorError sorted)
    {
        var isDoubted = sorted.InDoubt && !InDoubt;
        var inDoubt = sorted.InDoubt || InDoubt;
        var (message, messageRu) = (Message.Render(answer, call, sorted.Target!), (MessageRu ?? Message).Render(answer, call, sorted.Target!));
        return sorted with
        {
            Code = Code,
            Message = isDoubted ? $"The request may have been carried out; look there before you send it again. {message}" : message,
            MessageRu = isDoubted ? $"Запрос мог быть выполнен; проверьте, прежде чем повторять. {messageRu}" : messageRu,
            Reason = Reason,
            InDoubt = inDoubt,
            Retryable = Retryable && !inDoubt,
            RetryAfter = RetryAfter ?? sorted.RetryAfter,
        };
    }

    /// <summary>What an answer of success is to a rule that finds an error in it: certain, and asked to wait as its header says.</summary>
    public static ConnectorError Inside(RestAnswer answer, string target, TimeProvider time) => new(ConnectorErrorCode.Rejected, "")
    {
        Target = target,
        Detail = answer.Response.Masked($"HTTP {answer.Response.Status}\n{answer.Response.Text}"),
        RetryAfter = RetryConditionHeaderValue.TryParse(answer.Response.Header("Retry-After"), out var asked) ? asked.Delta ?? Left(asked.Date - time.GetUtcNow()) : null,
    };

    private bool Fits(object? found)
    {
        if (Unless is not null) return ConnectorValues.ToText(found) != Unless;
        return Value is not null ? found is not null && ConnectorValues.ToText(found) == Value : Tells(found);
    }

    private static bool Tells(object? found) => found switch
    {
        null or false or 0L or 0m or "" or "0" => false,
        ConnectorRecord { Count: 0 } => false,
        IReadOnlyList<object?> { Count: 0 } => false,
        _ => true,
    };

    private static TimeSpan? Left(TimeSpan? left) => left < TimeSpan.Zero ? TimeSpan.Zero : left;
}
