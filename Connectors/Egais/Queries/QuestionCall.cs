using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>A question that a caller wants to be asked.</summary>
/// <param name="Organisation">Who asks.</param>
/// <param name="Operation">What.</param>
/// <param name="Parameter">What it is about; empty for none.</param>
/// <param name="Extra">The parameter as the builder takes it.</param>
internal sealed record QuestionCall(EgaisOrganisation Organisation, EgaisOperation Operation, string Parameter, ConnectorRecord Extra)
{
    /// <summary>Asks also where a young answer is there; the gate stays a gate.</summary>
    public bool Force { get; init; }

    /// <summary>Whether the caller transmits a message that a workplace has to; otherwise it waits for the workplace.</summary>
    public bool HandsOut { get; init; }
}
