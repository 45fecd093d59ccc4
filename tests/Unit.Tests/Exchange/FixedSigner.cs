using Cleverence.Connectivity.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>A signer that signs at once, or defers, or fails.</summary>
internal sealed class FixedSigner : ISigner
{
    public string Name => "test";

    public Func<ReadOnlyMemory<byte>, SignOutcome> Sign { get; set; } = content => SignOutcome.Signed(Cms.Detached(content.ToArray()));

    public ValueTask<SignerInfo> DescribeAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new SignerInfo("test"));

    public ValueTask<SignOutcome> SignAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken) => ValueTask.FromResult(Sign(content));
}
