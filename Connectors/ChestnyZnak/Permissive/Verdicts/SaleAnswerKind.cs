namespace Connectors.ChestnyZnak;

/// <summary>What kind of answer there is for a code.</summary>
internal enum SaleAnswerKind
{
    /// <summary>None, from nobody.</summary>
    None,

    /// <summary>HTTP 203: the system is in emergency mode.</summary>
    Emergency,

    /// <summary>Code 5000: codes of other countries cannot be checked.</summary>
    CrossBorder,

    /// <summary>The system's flags of the code.</summary>
    Checked,

    /// <summary>The local module's flags of the code: only what it knows offline.</summary>
    CheckedLocally,
}
