namespace Connectors.Exchange;

/// <summary>The file as last read well.</summary>
internal sealed record SignersConfig(IReadOnlyList<SignerEntry> Signers, IReadOnlyList<SignerProblem> Problems)
{
    public static SignersConfig Empty { get; } = new([], []);
}
