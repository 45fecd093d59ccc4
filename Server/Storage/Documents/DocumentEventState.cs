namespace Server.Storage;

/// <summary>How the call of one handler for one event of a document stands. A call that was answered is not kept.</summary>
public enum DocumentEventState
{
    /// <summary>It waits for its turn or for its next attempt.</summary>
    Pending,

    /// <summary>Its handler was called and has not answered.</summary>
    Running,

    /// <summary>Its handler may have done its work, and the machine may not call it again: a person decides.</summary>
    InDoubt,

    /// <summary>Its handler failed and is not called again until a person says so.</summary>
    Parked,
}
