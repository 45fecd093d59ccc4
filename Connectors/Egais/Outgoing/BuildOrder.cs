using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>What is to be built.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Organisation">The sender.</param>
/// <param name="Document">The document it is about; null for a question without one and for a cheque.</param>
/// <param name="Extra">What the caller gave with the operation: parameters of an act, of a question, the cheque.</param>
/// <param name="Identity">The Identity to write; null for that of <see cref="DocumentIdentity"/>.</param>
/// <param name="Now">The local time, without a zone.</param>
internal sealed record BuildOrder(EgaisOperation Operation, EgaisOrganisation Organisation, EgaisDocument? Document, ConnectorRecord Extra, string? Identity, DateTime Now)
{
    /// <summary>How things are written where programs differ.</summary>
    public EgaisFormats Formats { get; init; } = new();
}
