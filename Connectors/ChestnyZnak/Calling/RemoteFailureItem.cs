namespace Connectors.ChestnyZnak;

/// <summary>What the other side said of one field or code.</summary>
/// <param name="Field">Which; null where it did not say.</param>
/// <param name="Code">The code.</param>
/// <param name="Text">The sentence.</param>
internal sealed record RemoteFailureItem(string? Field, string? Code, string Text);
