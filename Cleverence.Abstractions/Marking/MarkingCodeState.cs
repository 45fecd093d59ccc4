namespace Cleverence.Connectivity.Marking;

/// <summary>Where a marking code of the table stands.</summary>
public enum MarkingCodeState
{
    /// <summary>Handed out by the order station, not printed yet.</summary>
    Issued,

    /// <summary>Printed.</summary>
    Printed,

    /// <summary>Its application was reported.</summary>
    Utilised,

    /// <summary>It came with a supplier's document.</summary>
    Received,

    /// <summary>Withdrawn from circulation, or spoiled.</summary>
    Withdrawn,
}
