using Cleverence.Connectivity.Exchange;
using Server.Api;

namespace Server.Exchange;

/// <summary>Which incoming items are asked for.</summary>
internal sealed record IncomingFilter(string? Organisation, IReadOnlyList<IncomingStage> Stages, string? After, int Limit)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;
    private const string All = "all";

    // What is not through yet.
    private static readonly IReadOnlyList<IncomingStage> Open = [IncomingStage.Seen, IncomingStage.Stored, IncomingStage.Parked];

    public static readonly string[] Names = ["stage", "organisation", "limit", "after"];

    /// <exception cref="ApiException">A value is wrong.</exception>
    public static IncomingFilter Read(HttpRequest request) =>
        new(Given(request, "organisation"), StagesOf(Given(request, "stage")), Given(request, "after"), ApiQuery.Limit(request, DefaultLimit, MaxLimit));

    private static string? Given(HttpRequest request, string name) => ApiQuery.Text(request, name) is { Length: > 0 } text ? text : null;

    private static IReadOnlyList<IncomingStage> StagesOf(string? text)
    {
        if (text is null) return Open;
        if (text.Equals(All, StringComparison.OrdinalIgnoreCase)) return Enum.GetValues<IncomingStage>();
        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(StageOf)];
    }

    private static IncomingStage StageOf(string name)
    {
        if (!name.Any(char.IsAsciiDigit) && Enum.TryParse<IncomingStage>(name, ignoreCase: true, out var stage)) return stage;
        var known = string.Join(", ", Enum.GetNames<IncomingStage>());
        throw new ApiException(ApiError.Invalid($"stage takes {All} or some of {known}.", $"stage — {All} или некоторые из {known}."));
    }
}
