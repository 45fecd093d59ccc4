namespace Connectors.Egais;

/// <summary>How marks are checked.</summary>
internal sealed record MarkCheckRules
{
    /// <summary>Whether the UTM's mark service (<c>/api/mark/check</c>) is asked, mark by mark. No.</summary>
    public bool Service { get; init; }

    /// <summary>Whether a QueryFilter document is posted, which is answered at once for all marks. No.</summary>
    public bool Filter { get; init; }

    /// <summary>How long one call may take. 5 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a call is made at most. 3.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Whether the marks of a QueryFilter are written without a namespace. No.</summary>
    public bool BareMarks { get; init; }

    public static MarkCheckRules Of(EgaisPlan plan) => new()
    {
        Service = plan.Queries.MarkCheck,
        Filter = plan.Queries.MarkFilter,
        Timeout = plan.Queries.MarkCheckTimeout,
        Tries = plan.Queries.MarkCheckTries,
        BareMarks = plan.Formats.PlainFilter,
    };

    public bool IsOff => !Service && !Filter;
}
