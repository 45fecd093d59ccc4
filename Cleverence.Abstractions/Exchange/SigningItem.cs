namespace Cleverence.Connectivity.Exchange;

/// <summary>Bytes that a person must sign.</summary>
/// <param name="ItemId">The id the signature is brought back under.</param>
/// <param name="Organisation">Who signs.</param>
/// <param name="Form">Attached for a session key, detached for a document.</param>
/// <param name="Content">The bytes.</param>
public sealed record SigningItem(string ItemId, string Organisation, SignatureForm Form, byte[] Content)
{
    /// <summary>What it is for, such as <c>session</c> or the operation's name.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The document, when it is for one.</summary>
    public string? Document { get; init; }
}
