namespace Cleverence.Connectivity.Marking;

/// <summary>How far a stored code has come.</summary>
public enum MarkingCodeState
{
    /// <summary>Handed out by the code station, not yet printed.</summary>
    Issued,

    /// <summary>Printed, not yet reported as applied.</summary>
    Printed,

    /// <summary>Reported as applied to the goods (отчёт о нанесении).</summary>
    Utilised,

    /// <summary>Received from a supplier on goods.</summary>
    Received,

    /// <summary>Sold, written off or otherwise out of circulation.</summary>
    Retired,
}
