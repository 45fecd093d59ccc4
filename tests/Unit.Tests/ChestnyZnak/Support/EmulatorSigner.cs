using Cleverence.Connectivity.Exchange;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak;

/// <summary>Signs in the form that the emulator takes, and counts.</summary>
internal sealed class EmulatorSigner(string name, string? inn = null, bool deferred = false) : ISigner
{
    private int made;

    public string Name => name;

    public int Made => made;

    public ValueTask<SignerInfo> DescribeAsync(CancellationToken cancellationToken) => new(new SignerInfo("test"));

    public ValueTask<SignOutcome> SignAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken)
    {
        if (deferred) return new(SignOutcome.Deferred);
        Interlocked.Increment(ref made);
        return new(SignOutcome.Signed(TestCms.Sign(content.Span, form == SignatureForm.Attached, inn)));
    }
}
