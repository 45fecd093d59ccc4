namespace Connectors.Egais;

/// <summary>Where an F2 of the long work on marks stands.</summary>
internal enum MarksItemState
{
    /// <summary>It was not asked yet.</summary>
    Waiting,

    /// <summary>Its question is prepared; the UTM does not have it yet.</summary>
    Sent,

    /// <summary>The UTM has its question.</summary>
    Accepted,

    /// <summary>Nobody answered, or it did not leave: it is asked again.</summary>
    Retry,

    /// <summary>The registry refused the question.</summary>
    Error,

    /// <summary>Nobody knows whether the UTM has it; it is being found out.</summary>
    Unknown,

    /// <summary>The answer is there.</summary>
    Completed,
}
