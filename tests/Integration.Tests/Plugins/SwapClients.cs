using System.Collections.Concurrent;

namespace Integration.Tests.Plugins;

/// <summary>Clients that call one method again and again without pause, and keep what they were answered.</summary>
internal sealed class SwapClients : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, int> answers = new();
    private readonly ConcurrentQueue<string> failures = new();
    private readonly List<Task> clients;

    public SwapClients(ServerProcess server, string id, params string[] bodies) =>
        clients = [.. Enumerable.Range(0, 4).Select(number => Task.Run(() => CallAsync(server, id, bodies[number % bodies.Length])))];

    /// <summary>How often each value was answered.</summary>
    public IReadOnlyDictionary<string, int> Answers => answers;

    /// <summary>The answers that were failures.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    /// <summary>Waits until a value was answered a number of times.</summary>
    public Task<int> UntilAsync(string value, int times = 50) =>
        Eventually.BecomesAsync(() => Task.FromResult(answers.GetValueOrDefault(value)), seen => seen >= times, TimeSpan.FromSeconds(60));

    /// <summary>Ends the calls.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!stop.IsCancellationRequested) await stop.CancelAsync();
        await Task.WhenAll(clients);
        stop.Dispose();
    }

    private async Task CallAsync(ServerProcess server, string id, string body)
    {
        while (!stop.IsCancellationRequested)
        {
            var answer = await server.Client.InvokeAsync(id, body);
            if (answer.Status == 200) answers.AddOrUpdate(answer.Value.ToString(), 1, (_, count) => count + 1);
            else failures.Enqueue(answer.Text);
        }
    }
}
