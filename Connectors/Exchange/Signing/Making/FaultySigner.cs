using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Stands for an entry that is wrong, so that its use tells what is wrong, and nobody takes it for "a person signs".</summary>
internal sealed class FaultySigner(string name, SignerKind kind, SignerProblem problem) : ISigner, INamedKind
{
    public string Name => name;

    public string Kind => kind.ToString().ToLowerInvariant();

    public ValueTask<SignerInfo> DescribeAsync(CancellationToken cancellationToken) => throw SigningErrors.Wrong(name, problem);

    public ValueTask<SignOutcome> SignAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken) => throw SigningErrors.Wrong(name, problem);
}
