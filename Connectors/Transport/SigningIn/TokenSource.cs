namespace Connectors.Transport;

/// <summary>Keeps the token of client credentials: one fetch for all calls that wait, a new one before the old one expires.</summary>
internal sealed class TokenSource(Func<CancellationToken, Task<AccessToken>> fetch, TimeSpan limit, TimeProvider time)
{
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(10);
    private readonly Lock sync = new();
    private AccessToken? current;
    private Task<AccessToken>? fetching;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        Task<AccessToken> waiting;
        lock (sync)
        {
            if (current is { } token && time.GetElapsedTime(token.GivenAt) < token.Life) return token.Text;
            waiting = fetching ??= FetchAsync();
        }

        return (await waiting.WaitAsync(cancellationToken).ConfigureAwait(false)).Text;
    }

    /// <summary>Gives up a refused token, unless another has taken its place already; true: asking again brings another.</summary>
    /// <remarks>A token refused as soon as it was given is refused for its rights: a new one would be too, and each call would ask for one.</remarks>
    public bool Forget(string used)
    {
        lock (sync)
        {
            if (current?.Text != used) return true;
            if (time.GetElapsedTime(current.GivenAt) < Young) return false;
            current = null;
            return true;
        }
    }

    // Not under the token of a caller: he may leave while others wait for the same fetch.
    private async Task<AccessToken> FetchAsync()
    {
        await Task.Yield();
        using var own = new CancellationTokenSource(limit, time);
        try
        {
            var token = await fetch(own.Token).ConfigureAwait(false);
            lock (sync) current = token;
            return token;
        }
        finally
        {
            lock (sync) fetching = null;
        }
    }
}
