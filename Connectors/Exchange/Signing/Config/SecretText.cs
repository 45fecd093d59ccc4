namespace Connectors.Exchange;

/// <summary>A text of the file, or the name of the secret that holds it. It is looked up at each use, so that a changed secret counts at once.</summary>
internal sealed record SecretText(string? Value, string? Secret)
{
    public string Read(string signer, Func<string, string?> find) =>
        Secret is null ? Value ?? "" : find(Secret) ?? throw SigningErrors.NoSecret(signer, Secret);

    // A record would print its value.
    public override string ToString() => Secret is null ? "(text)" : $"(secret {Secret})";
}
