using System.Globalization;
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

    public ConnectorException Make(RestAnswer answer, RestCall call, string target) =>
        new(new ConnectorError(Code, Message.Render(answer, call, target))
        {
            MessageRu = (MessageRu ?? Message).Render(answer, call, target),
            Reason = Reason,
            Target = target,
            Detail = Limited(answer.Response.Masked($"HTTP {answer.Response.Status}\n{answer.Response.Text}")),
            Retryable = Retryable,
            InDoubt = InDoubt,
            RetryAfter = RetryAfter ?? Asked(answer.Response.Header("Retry-After")),
        });

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

    private static TimeSpan? Asked(string? header) =>
        int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    private static string Limited(string text) => text.Length <= 4_000 ? text : $"{text[..4_000]}…";
}
