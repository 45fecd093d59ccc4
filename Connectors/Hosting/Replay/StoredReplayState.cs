namespace Connectors.Hosting;

/// <summary>What a replay store may know of a request id.</summary>
public enum StoredReplayState
{
    /// <summary>Nothing: the key is committed now and the call may run.</summary>
    New,

    /// <summary>The call ran and its outcome is kept.</summary>
    Finished,

    /// <summary>The call was begun and its end is not known: the server stopped in the middle.</summary>
    Unfinished,

    /// <summary>The id was used with other arguments.</summary>
    OtherArguments,
}
