using Cleverence.Connectivity.Exchange;

namespace Unit.Tests.ChestnyZnak;

/// <summary>Signers by name.</summary>
internal sealed class HeldSigners(params IReadOnlyList<ISigner> signers) : ISigners
{
    public IReadOnlyList<string> Names => [.. signers.Select(signer => signer.Name)];

    public ISigner? Find(string name) => signers.FirstOrDefault(signer => signer.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
