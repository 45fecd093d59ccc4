using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>The statuses of all documents of the connector, by kind and operation.</summary>
internal static class ZnakStatuses
{
    /// <summary>The status of a document that nothing has happened to yet.</summary>
    public static readonly StatusEntry Draft = new("Черновик", "ПередайтеДанные");

    public static DocumentStatusTable Make() => new(Draft);
}
