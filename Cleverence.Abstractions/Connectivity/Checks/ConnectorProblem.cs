namespace Cleverence.Connectivity;

/// <summary>One thing wrong with a connector's settings or its outside system: the cause, and what to do next. It never holds a secret.</summary>
/// <param name="Code">A stable name in capitals, such as <c>BASE_ADDRESS_MISSING</c>.</param>
/// <param name="Field">The path within the settings, such as <c>templates[2].path</c>; empty when no one field is to blame.</param>
/// <param name="Message">The cause, in one English sentence.</param>
/// <param name="NextStep">What to do, in one English sentence.</param>
public sealed record ConnectorProblem(string Code, string Field, string Message, string NextStep)
{
    /// <summary>The cause in Russian, when there is one.</summary>
    public string? MessageRu { get; init; }

    /// <summary>What to do, in Russian, when there is one.</summary>
    public string? NextStepRu { get; init; }

    /// <summary>Whether the connector works all the same.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The full foreign text, for the log only.</summary>
    public string? Detail { get; init; }

    /// <summary>The cause in the language asked for, or in English.</summary>
    /// <param name="language">A language tag such as <c>ru</c> or <c>ru-RU</c>.</param>
    /// <returns>The sentence.</returns>
    public string MessageFor(string? language) => In(language, MessageRu, Message);

    /// <summary>What to do, in the language asked for, or in English.</summary>
    /// <param name="language">A language tag such as <c>ru</c> or <c>ru-RU</c>.</param>
    /// <returns>The sentence.</returns>
    public string NextStepFor(string? language) => In(language, NextStepRu, NextStep);

    private static string In(string? language, string? russian, string english) =>
        russian is not null && language?.StartsWith("ru", StringComparison.OrdinalIgnoreCase) == true ? russian : english;
}
