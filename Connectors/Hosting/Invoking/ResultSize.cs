using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>About how many bytes of memory a kept outcome holds.</summary>
internal static class ResultSize
{
    // An entry, its task, its key's strings, its places in the dictionary and the queue: measured near this figure.
    private const int Overhead = 400;

    public static int Of(ReplayKey key, InvokeResult result)
    {
        var size = Overhead + (2L * key.RequestId.Length) + Of(result.Value);
        if (result.Error is { } error) size += 200 + (2L * ((error.Detail?.Length ?? 0) + error.Message.Length));
        return (int)Math.Min(int.MaxValue, size);
    }

    private static long Of(object? value) => value switch
    {
        null => 0,
        string text => 24 + (2L * text.Length),
        byte[] data => 24 + data.Length,
        ConnectorRecord record => 48 + record.Sum(field => 24 + (2L * field.Key.Length) + Of(field.Value)),
        ConnectorTable { IsStream: false } table => 48 + table.Rows.Sum(row => 24 + (8L * row.Length) + row.Sum(Of)),
        IReadOnlyList<object?> list => 48 + list.Sum(item => 8 + Of(item)),
        _ => 32,
    };
}
