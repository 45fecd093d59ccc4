using Cleverence.Connectivity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Connectors.Exchange;

/// <summary>Opens the file before the connectors start, and looks at the certificates from time to time.</summary>
internal sealed class SignersService(SignersFile file, Signers signers, ExpiryWatch expiry, TimeProvider time, ILogger<SignersService> log) : IHostedService, IDisposable
{
    // A certificate is told about once a day; the hour only bounds how long a new one waits for its first look.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource stopping = new();
    private ITimer? timer;

    /// <exception cref="SignersConfigException">The file is there and cannot be read.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        file.Open();
        file.Follow();
        timer = time.CreateTimer(_ => _ = LookAsync(), null, First, Every);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        timer?.Dispose();
        await stopping.CancelAsync().ConfigureAwait(false);
    }

    public void Dispose()
    {
        timer?.Dispose();
        stopping.Dispose();
    }

    internal async Task LookAsync()
    {
        try
        {
            foreach (var state in await signers.LookAsync(stopping.Token).ConfigureAwait(false))
            {
                if (state.NotAfter is { } end) expiry.Look(state.Name, end);
                else if (state.Error is { Code: not ConnectorErrorCode.InvalidArguments } error) SigningLog.NotDescribed(log, state.Name, error.Message);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
        {
            // The end of the server.
        }
    }
}
