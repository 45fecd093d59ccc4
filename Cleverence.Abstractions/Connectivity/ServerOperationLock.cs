namespace Cleverence.Connectivity;

/// <summary>What a server operation keeps others from doing while it runs.</summary>
public enum ServerOperationLock
{
    /// <summary>Runs in parallel with anything.</summary>
    No,

    /// <summary>One run of this operation at a time; others of it queue.</summary>
    Operation,

    /// <summary>No other operation runs meanwhile; it waits for those that run.</summary>
    AllOperations,
}
