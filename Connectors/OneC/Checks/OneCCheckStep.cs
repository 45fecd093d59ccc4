namespace Connectors.OneC;

/// <summary>One thing a check tries.</summary>
/// <param name="Field">The field of the settings it belongs to.</param>
/// <param name="What">What is tried, for people.</param>
/// <param name="Address">The address below the base.</param>
/// <param name="Element">What the publication file (default.vrd) must hold for it.</param>
internal sealed record OneCCheckStep(string Field, string What, string Address, string Element)
{
    /// <summary>Whether the answer is a version worth showing.</summary>
    public bool Body { get; init; }

    /// <summary>Whether an explicit session is tried.</summary>
    public bool Session { get; init; }

    public bool OwnSessions { get; init; }

    /// <summary>The web service whose description is read.</summary>
    public OneCWebService? Service { get; init; }
}
