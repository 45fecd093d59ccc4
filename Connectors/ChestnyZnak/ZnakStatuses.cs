using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>The statuses of all documents of the connector, by kind and operation.</summary>
internal static class ZnakStatuses
{
    public static DocumentStatusTable Make()
    {
        var table = new DocumentStatusTable(new StatusEntry(StatusNames.Draft, ActionNames.Send));
        return SuzStatuses.Fill(DocumentStatuses.Fill(table));
    }
}
