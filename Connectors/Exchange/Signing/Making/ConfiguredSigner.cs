using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.Exchange;

/// <summary>A signer of the file: waits for its key, limits the time, checks what comes.</summary>
internal sealed class ConfiguredSigner(SignerEntry entry, ISignatureMaker maker, KeyLocks locks, SignerFacts facts, ExpiryWatch expiry, TimeProvider time, ILogger log) : ISigner, INamedKind
{
    public string Name => entry.Name;

    public string Kind => entry.Kind.ToString().ToLowerInvariant();

    /// <summary>Whether this is the signer of an entry as it now stands.</summary>
    public bool IsOf(SignerEntry other) => entry.Text == other.Text && other.Fault is null;

    public ValueTask<SignerInfo> DescribeAsync(CancellationToken cancellationToken)
    {
        var known = facts.Get();
        return new(new SignerInfo(Kind)
        {
            Thumbprint = known?.Thumbprint ?? entry.Thumbprint,
            Subject = known?.Subject,
            Inn = known?.Inn,
            NotAfter = known?.NotAfter,
        });
    }

    public async ValueTask<SignOutcome> SignAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken)
    {
        if (entry.Kind == SignerKind.Deferred) return SignOutcome.Deferred;
        var thumbprint = entry.Thumbprint ?? (entry.Certificate is null ? null : facts.Get()?.Thumbprint);
        using (await locks.EnterAsync(thumbprint ?? $"name:{entry.Name}", cancellationToken).ConfigureAwait(false))
        {
            var started = time.GetTimestamp();
            var given = await MakeAsync(content, form, cancellationToken).ConfigureAwait(false);
            if (given is null) return SignOutcome.Deferred;
            var signed = maker.GivesCms ? Checked(given, content.Span, form, thumbprint) : given;
            SigningLog.Signed(log, Name, form == SignatureForm.Attached ? "attached" : "detached", (long)time.GetElapsedTime(started).TotalMilliseconds);
            return SignOutcome.Signed(signed);
        }
    }

    private async Task<byte[]?> MakeAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(entry.Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await maker.MakeAsync(content, form, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw SigningErrors.TooSlow(Name, entry.Limit);
        }
    }

    private byte[] Checked(byte[] given, ReadOnlySpan<byte> content, SignatureForm form, string? thumbprint)
    {
        try
        {
            var cms = CmsReader.Read(given);
            CmsCheck.Check(cms, content, form, thumbprint);
            facts.Learn(CmsCheck.SignerOf(cms));
            if (facts.Get() is { } known) expiry.Look(Name, known.NotAfter);
            return cms.Der;
        }
        catch (CmsException wrong)
        {
            throw SigningErrors.Unreadable(Name, wrong.Message, wrong.WhyRu);
        }
    }
}
