using Cleverence.Connectivity.Exchange;
using Server.Api;

namespace Server.Exchange;

/// <summary>Reads which messages are asked for.</summary>
internal static class MessageFilter
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;
    private const string All = "all";

    public static readonly string[] Names = ["stage", "organisation", "document", "limit", "after"];

    /// <exception cref="ApiException">A value is wrong.</exception>
    public static ExchangeQuery Read(HttpRequest request) => new()
    {
        Organisation = Given(request, "organisation"),
        Document = Given(request, "document"),
        Stages = StagesOf(Given(request, "stage")),
        After = Given(request, "after"),
        Limit = ApiQuery.Limit(request, DefaultLimit, MaxLimit),
    };

    private static string? Given(HttpRequest request, string name) => ApiQuery.Text(request, name) is { Length: > 0 } text ? text : null;

    private static List<ExchangeStage>? StagesOf(string? text)
    {
        if (text is null) return null;
        if (text.Equals(All, StringComparison.OrdinalIgnoreCase)) return [.. Enum.GetValues<ExchangeStage>()];
        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(StageOf)];
    }

    private static ExchangeStage StageOf(string name)
    {
        if (!name.Any(char.IsAsciiDigit) && Enum.TryParse<ExchangeStage>(name, ignoreCase: true, out var stage)) return stage;
        var known = string.Join(", ", Enum.GetNames<ExchangeStage>());
        throw new ApiException(ApiError.Invalid($"stage takes {All} or some of {known}.", $"stage — {All} или некоторые из {known}."));
    }
}
