namespace ServerJobs.Background;

/// <summary>What the store says of a new operation.</summary>
public enum StartVerdict
{
    /// <summary>It is kept and may run.</summary>
    New,

    /// <summary>The request id was used for the same request: the operation of then is given.</summary>
    Repeated,

    /// <summary>The request id was used for another request.</summary>
    OtherRequest,

    /// <summary>An active operation of the same call has the key.</summary>
    KeyTaken,
}
