namespace Cleverence.Connectivity.Marking;

/// <summary>What is to be done with a row.</summary>
public enum CryptoTailOutcome
{
    /// <summary>Replace the code by its КИ.</summary>
    Replace,

    /// <summary>Nothing: there is no check part.</summary>
    AlreadyWithout,

    /// <summary>Leave: the code is not yet reported as applied, and only the full one can be printed and reported.</summary>
    NotYetUtilised,

    /// <summary>Leave: the check before a sale needs the full code.</summary>
    UsedAtSale,

    /// <summary>Leave and report: it is not a code, it can be read in several ways, or it reads as another КИ than the row tells.</summary>
    Unreadable,

    /// <summary>Leave and report: another row has the same КИ.</summary>
    Conflict,
}
