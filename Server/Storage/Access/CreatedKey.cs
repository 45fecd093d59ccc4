namespace Server.Storage;

/// <summary>A new API key with its secret, which is shown now and never again.</summary>
/// <param name="Key">The key.</param>
/// <param name="Plain">What callers send.</param>
public sealed record CreatedKey(ApiKey Key, string Plain);
