namespace Integration.Tests.Rest;

/// <summary>One method of a REST connector, one call of it over HTTP, and the exact answer.</summary>
/// <param name="Name">What the case shows.</param>
/// <param name="Template">The template, without its method.</param>
/// <param name="Args">The arguments, as they stand in the call.</param>
/// <param name="Status">The status of our answer.</param>
/// <param name="Expected">The value as JSON; of a failure the members of its error.</param>
public sealed partial record RestCase(string Name, string Template, string Args, int Status, string Expected)
{
    /// <summary>The connector; each signs in its own way.</summary>
    public string Connector { get; init; } = "Erp";

    /// <summary>The caller's language.</summary>
    public string? Language { get; init; }

    public static IEnumerable<RestCase> All => [.. OfRequests, .. OfBodies, .. OfAnswers, .. OfPages, .. OfErrors, .. OfSignIn];
}
