namespace Server.Storage;

/// <summary>What is known of a call that is about to begin.</summary>
public enum ReplayVerdict
{
    /// <summary>Nothing: the key is kept now, and the call is the caller's to make.</summary>
    New,

    /// <summary>It was made and its outcome is kept.</summary>
    Finished,

    /// <summary>It was begun and its outcome is not kept: it runs, or a crash ended it and it may have had its effect.</summary>
    Unfinished,

    /// <summary>The key was used for a call with other arguments.</summary>
    Conflict,
}
