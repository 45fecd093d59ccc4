using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Nobody signs here: a person brings the signature later.</summary>
internal sealed class DeferredMaker : ISignatureMaker
{
    public bool GivesCms => false;

    public Task<byte[]?> MakeAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);
}
