using System.Collections.Concurrent;
using Cleverence.Connectivity.Exchange;

namespace TestKit.Exchange;

/// <summary>The other system as tests see it: what arrived, and how often. It outlives adapters and engines. Thread-safe.</summary>
public sealed class RemoteSide
{
    private readonly ConcurrentDictionary<string, int> arrivals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    /// <summary>How often each message arrived.</summary>
    public IReadOnlyDictionary<string, int> Arrivals => arrivals;

    /// <summary>The messages in the order of their arrival.</summary>
    public IReadOnlyList<string> Order => [.. order];

    /// <summary>How many questions about a result are answered "still in work" first.</summary>
    public int PollsInWork { get; set; }

    /// <summary>Incoming items by remote id; removed by an acknowledgement.</summary>
    public ConcurrentDictionary<string, (IncomingItem Item, byte[] Bytes)> Box { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes a message.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The id it has here.</returns>
    public string Arrive(ExchangeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        arrivals.AddOrUpdate(message.Id, 1, (_, before) => before + 1);
        order.Enqueue(message.Id);
        return IdOf(message);
    }

    /// <summary>Whether a message is here.</summary>
    /// <param name="message">The message.</param>
    /// <returns>True when it arrived.</returns>
    public bool Has(ExchangeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return arrivals.ContainsKey(message.Id);
    }

    /// <summary>Whether the result of a message is there; asking counts.</summary>
    /// <param name="message">The message.</param>
    /// <returns>True when it is done.</returns>
    public bool IsDone(ExchangeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return answers.AddOrUpdate(message.Id, 1, (_, before) => before + 1) > PollsInWork;
    }

    /// <summary>The id a message has here.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The id.</returns>
    public static string IdOf(ExchangeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return $"r-{message.Id}";
    }
}
