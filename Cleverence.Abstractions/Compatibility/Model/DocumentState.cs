namespace Cleverence.Warehouse;

/// <summary>What one user did with a document.</summary>
public sealed class DocumentState
{
    /// <summary>The user.</summary>
    public string? UserId { get; set; }

    /// <summary>Whether the user works on it.</summary>
    public bool InProcess { get; set; }

    /// <summary>When the user began.</summary>
    public DateTime InProcessDate { get; set; }

    /// <summary>Whether the user changed it.</summary>
    public bool Modified { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime ModifiedDate { get; set; }

    /// <summary>Whether the user finished it.</summary>
    public bool Finished { get; set; }

    /// <summary>When it was finished.</summary>
    public DateTime FinishedDate { get; set; }

    /// <summary>How long the user worked on it.</summary>
    public TimeSpan ProcessingTime { get; set; }
}
