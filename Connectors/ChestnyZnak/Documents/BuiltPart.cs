namespace Connectors.ChestnyZnak;

/// <summary>One message's worth of a document.</summary>
/// <param name="Content">The exact bytes.</param>
/// <param name="Codes">How many codes it holds.</param>
internal sealed record BuiltPart(byte[] Content, int Codes)
{
    /// <summary>The buyer's title of a transfer document; empty for none.</summary>
    public byte[] Second { get; init; } = [];

    /// <summary>Who signs the buyer's title.</summary>
    public string? SecondSigner { get; init; }
}
