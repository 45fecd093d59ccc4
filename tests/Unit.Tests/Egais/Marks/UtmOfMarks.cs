using System.Collections.Concurrent;
using System.Text;
using Connectors.Egais;

namespace Unit.Tests.Egais.Marks;

/// <summary>A UTM that is asked about marks: each call is answered by the script.</summary>
internal sealed class UtmOfMarks : IMarkCheckCalls
{
    /// <summary>The marks asked for one by one, in their order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The documents posted.</summary>
    public ConcurrentQueue<string> Posted { get; } = new();

    /// <summary>Answers a mark; the number counts the calls from 1.</summary>
    public Func<string, int, CancellationToken, ValueTask<string>> Service { get; set; } = (_, _, _) => new("{}");

    public Func<int, CancellationToken, ValueTask<string>> Filter { get; set; } = (_, _) => new("<A/>");

    public async ValueTask<byte[]> MarkCheckAsync(EgaisOrganisation organisation, string code, CancellationToken cancellationToken)
    {
        Asked.Enqueue(code);
        return Encoding.UTF8.GetBytes(await Service(code, Asked.Count, cancellationToken));
    }

    public async ValueTask<byte[]> QueryFilterAsync(EgaisOrganisation organisation, byte[] xml, CancellationToken cancellationToken)
    {
        Posted.Enqueue(Encoding.UTF8.GetString(xml));
        return Encoding.UTF8.GetBytes(await Filter(Posted.Count, cancellationToken));
    }
}
