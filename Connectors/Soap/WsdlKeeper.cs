using Cleverence.Connectivity;
using Connectors.Transport;
using Connectors.Transport.Soap;

namespace Connectors.Soap;

/// <summary>Keeps the WSDL of an address: loaded at the first call, anew after a day. Thread-safe.</summary>
internal sealed class WsdlKeeper(RestTransport transport, SoapRules rules, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim gate = new(1);
    private volatile SoapMethods? current;
    private DateTimeOffset loadedAt;
    private DateTimeOffset triedAt;

    /// <summary>The methods, loaded if need be. An old WSDL is better than none: a failed renewal is tried again a minute later.</summary>
    public async ValueTask<SoapMethods> GetAsync(CancellationToken cancellationToken)
    {
        if (current is { } fresh && !IsOld) return fresh;
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (current is { } known && !IsOld) return known;
            triedAt = time.GetUtcNow();
            return await LoadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (current is not null && failure is ConnectorException or WsdlException)
        {
            return current!;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Loads the WSDL anew, whatever is kept.</summary>
    public async ValueTask<SoapMethods> RefreshAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await LoadAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private bool IsOld => time.GetUtcNow() is var now && now - loadedAt >= Age && now - triedAt >= Pause;

    private async ValueTask<SoapMethods> LoadAsync(CancellationToken cancellationToken)
    {
        var document = await WsdlDocument.LoadAsync(new WsdlAddressSource(transport, rules.Transport, rules.WsdlAddress!), cancellationToken).ConfigureAwait(false);
        var methods = new SoapMethods(document, rules);
        loadedAt = time.GetUtcNow();
        current = methods;
        return methods;
    }
}
