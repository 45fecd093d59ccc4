namespace Connectors.ChestnyZnak;

/// <summary>One request to a service of Chestny ZNAK.</summary>
/// <param name="Service">Which service, a name of <see cref="ZnakService"/>.</param>
/// <param name="Method">The verb.</param>
/// <param name="PathAndQuery">From <c>/api</c> on, escaped; the version of the API is part of it, for it differs by method.</param>
internal sealed record ZnakRequest(string Service, HttpMethod Method, string PathAndQuery)
{
    /// <summary>The exact bytes of the body; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>What is taken as an answer; <c>*/*</c> for files.</summary>
    public string Accept { get; init; } = "application/json";

    public CallClass Class { get; init; }

    /// <summary>The limit of one attempt; null for the class's own.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>How long a read may go on with repeats; zero for no repeat.</summary>
    public TimeSpan Patience { get; init; }

    /// <summary>Whose request it is.</summary>
    public string? Inn { get; init; }

    public TokenKind Token { get; init; } = TokenKind.TrueApi;

    /// <summary>The detached signature of the body (DER), sent as <c>X-Signature</c>.</summary>
    public byte[]? DetachedSignature { get; init; }

    /// <summary>A rate of its own beside the participant's: such requests leave at least this far apart.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>The path without its query, as errors and logs name it.</summary>
    public string Path => PathAndQuery.Split('?')[0];
}
