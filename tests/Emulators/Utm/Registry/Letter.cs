using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>A document on its way to an out-box.</summary>
/// <param name="To">Whose out-box.</param>
/// <param name="Type">The segment that it stands under.</param>
/// <param name="Kind">What it is in more detail, such as <c>Ticket/Confirm</c>.</param>
/// <param name="From">Its owner: a partner or the registry.</param>
/// <param name="Body">The body.</param>
/// <param name="ReplyTo">The request that it answers; null for none.</param>
internal sealed record Letter(string To, string Type, string Kind, string From, XElement Body, string? ReplyTo)
{
    public bool IsTicket => Type == "Ticket";
}
