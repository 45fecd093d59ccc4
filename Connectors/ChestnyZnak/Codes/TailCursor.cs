using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Where a cleaning that ran out of time goes on.</summary>
/// <param name="State">The state whose rows are being looked at.</param>
/// <param name="After">The last КИ looked at; null for the beginning.</param>
internal sealed record TailCursor(MarkingCodeState State, string? After)
{
    private const string Kind = "tail-cleaning";
    private const string Key = "cursor";

    public static async Task<TailCursor?> ReadAsync(IConnectorRecords records, CancellationToken cancellationToken)
    {
        if (await records.GetAsync(Kind, Key, cancellationToken).ConfigureAwait(false) is not { } kept) return null;
        var text = Encoding.UTF8.GetString(kept.Content);
        var cut = text.IndexOf('\n', StringComparison.Ordinal);
        return cut > 0 && Enum.TryParse<MarkingCodeState>(text[..cut], out var state) ? new TailCursor(state, text.Length > cut + 1 ? text[(cut + 1)..] : null) : null;
    }

    public static ValueTask KeepAsync(IConnectorRecords records, TailCursor? cursor, CancellationToken cancellationToken) =>
        records.WriteAsync([new RecordChange(Kind, Key, cursor is null ? null : Encoding.UTF8.GetBytes($"{cursor.State}\n{cursor.After}"))], cancellationToken);
}
