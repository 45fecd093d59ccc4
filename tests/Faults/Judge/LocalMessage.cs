namespace Faults.Judge;

/// <summary>A message of the queue when everything had come to its end.</summary>
/// <param name="Document">The document it carries.</param>
/// <param name="Stage">Its stage.</param>
internal sealed record LocalMessage(string Document, string Stage)
{
    public string Id { get; init; } = "";

    public string Organisation { get; init; } = "";

    public string Operation { get; init; } = "";

    /// <summary>The number the other side gave it.</summary>
    public string? RequestId { get; init; }

    /// <summary>The hash of its bytes.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Why it stands where it stands.</summary>
    public string? Reason { get; init; }

    /// <summary>What its document may do next.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];
}
