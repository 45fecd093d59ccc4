using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What an own message can be recognised by at the UTM.</summary>
/// <param name="DocType">Its element without the suffix of the generation.</param>
/// <param name="Identity">Its own Identity; null when it has none.</param>
/// <param name="RegId">The registry's number it speaks of; null when it speaks of none.</param>
internal sealed record SentTrace(string DocType, string? Identity, string? RegId)
{
    private const string RegistryPrefix = "TTN-";

    public bool IsQuestion => DocType.StartsWith("Query", StringComparison.OrdinalIgnoreCase);

    public static SentTrace Of(ExchangeMessage message) => new(
        DocTypes.Bare(MessageFields.DocTypeOf(message.Content)), MessageFields.IdentityOf(message.Content), MessageFields.RegIdOf(message.Content));

    /// <summary>Whether an answer in the out-box is about this message; null when it cannot be told.</summary>
    public bool? IsAnsweredBy(DocumentTrace answer)
    {
        if (answer.IsTicket) return IsMeant(answer, answer.DocType);
        if (IsQuestion) return null;
        if (answer.Element.StartsWith("Reply", StringComparison.OrdinalIgnoreCase)) return false;
        return Identity is not null && answer.Identity is not null ? Same(answer.Identity, Identity) : null;
    }

    /// <summary>Whether a document that the UTM has taken is this message; null when it cannot be told.</summary>
    public bool? IsSameAs(DocumentTrace taken) => DocTypes.AreSame(taken.Element, DocType) ? IsMeant(taken, taken.Element) : false;

    // "False" lets the message be sent again, so it needs a proof: what the registry calls a type, or an Identity that only one of both has, proves nothing.
    private bool? IsMeant(DocumentTrace found, string? docType)
    {
        var alike = DocTypes.AreSame(docType, DocType);
        if (found.Identity is not null && Identity is not null) return Same(found.Identity, Identity) ? alike ? true : null : false;
        if (found.RegId is null || RegId is null) return null;
        if (Same(found.RegId, RegId)) return alike ? true : null;
        // Tickets about answers to repeals were seen with a number of another kind in place of the waybill's.
        return IsRegistry(found.RegId) && IsRegistry(RegId) ? false : null;
    }

    private static bool IsRegistry(string regId) => regId.StartsWith(RegistryPrefix, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string left, string right) => left.Trim().Equals(right.Trim(), StringComparison.OrdinalIgnoreCase);
}
