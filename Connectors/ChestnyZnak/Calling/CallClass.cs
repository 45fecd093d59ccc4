namespace Connectors.ChestnyZnak;

/// <summary>What a call does at the other side. Whether it may be repeated follows from this, never from its verb.</summary>
internal enum CallClass
{
    /// <summary>Only reads; may be repeated.</summary>
    SafeRead,

    /// <summary>A GET that changes: each success hands out other codes. Never repeated.</summary>
    StateChangingRead,

    /// <summary>Cannot be taken back. Never repeated once it may have left.</summary>
    IrreversibleWrite,

    /// <summary>Issues a token, and may end another one. Once, under a lock.</summary>
    TokenIssue,
}
