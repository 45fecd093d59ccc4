using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>Verdicts of the registry.</summary>
internal static class Tickets
{
    private static readonly Xml Own = new("Ticket");

    /// <summary>The first verdict: whether the document was understood.</summary>
    public static XElement First(UtmWorld world, UtmPost post, bool accepted, string text) =>
        Make(world, post, null, Own.Of("Result", Own.Of("Conclusion", accepted ? "Accepted" : "Rejected"), Own.Of("ConclusionDate", Xml.Time(world.Now)), Own.Of("Comments", text)));

    /// <summary>The second verdict: whether the document was conducted.</summary>
    public static XElement Second(UtmWorld world, UtmPost post, string name, bool accepted, string text, string? regId) =>
        Make(world, post, regId, Own.Of("OperationResult", Own.Of("OperationName", name), Own.Of("OperationResult", accepted ? "Accepted" : "Rejected"), Own.Of("OperationComment", text), Own.Of("OperationDate", Xml.Time(world.Now))));

    private static XElement Make(UtmWorld world, UtmPost post, string? regId, XElement verdict) => Xml.Body("Ticket",
        Own.Of("TicketDate", Xml.Time(world.Now)),
        Own.Maybe("Identity", post.Identity),
        Own.Of("DocId", Guid.NewGuid().ToString().ToUpperInvariant()),
        Own.Of("TransportId", post.RequestId),
        Own.Maybe("RegID", regId),
        Own.Of("DocHash"),
        Own.Of("DocType", post.Element),
        verdict);
}
