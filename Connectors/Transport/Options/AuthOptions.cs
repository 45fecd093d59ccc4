namespace Connectors.Transport;

/// <summary>How requests sign in.</summary>
/// <param name="Kind">In which way.</param>
public sealed record AuthOptions(AuthKind Kind)
{
    /// <summary>No sign-in.</summary>
    public static AuthOptions None { get; } = new(AuthKind.None);

    /// <summary>The user, the client's id, or the name of the key.</summary>
    public string Name { get; init; } = "";

    /// <summary>The password, the token, the client's secret, or the key.</summary>
    public string Secret { get; init; } = "";

    /// <summary>Where tokens are given.</summary>
    public Uri? TokenAddress { get; init; }

    /// <summary>Whether the client's id and secret stand in the body of a token request, not in its header.</summary>
    public bool SecretInBody { get; init; }

    /// <summary>The scope of tokens; empty for none.</summary>
    public string Scope { get; init; } = "";
}
