using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.Exchange;

/// <summary>Makes the signers of entries. Locks are kept over all of them: two entries of one key still sign one after the other.</summary>
internal sealed class SignerMaking(SigningOptions options, ExpiryWatch expiry, TimeProvider time, ILogger<SignerMaking> log)
{
    private readonly KeyLocks locks = new();
    private readonly WorkFolders folders = new(options.WorkFolder, time, log);

    public ISigner Make(SignerEntry entry) =>
        entry.Fault is { } fault ? new FaultySigner(entry.Name, entry.Kind, fault) : new ConfiguredSigner(entry, MakerOf(entry), locks, new SignerFacts(entry, options.KeepFacts, time), expiry, time, log);

    private ISignatureMaker MakerOf(SignerEntry entry) => entry.Kind switch
    {
        SignerKind.Command => new CommandMaker(entry, folders, options.FindSecret, time),
        SignerKind.Remote => new RemoteMaker(entry, options.FindSecret),
        SignerKind.Test => new TestMaker(),
        _ => new DeferredMaker(),
    };
}
