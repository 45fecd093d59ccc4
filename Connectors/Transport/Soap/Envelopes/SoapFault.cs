namespace Connectors.Transport.Soap;

/// <summary>A fault, of either version.</summary>
/// <param name="Code">The local name of its code, such as <c>Client</c> or <c>Receiver</c>.</param>
/// <param name="Text">What it says, whole.</param>
public sealed record SoapFault(string Code, string Text)
{
    /// <summary>The local name of the innermost subcode; empty for none.</summary>
    public string Subcode { get; init; } = "";

    /// <summary>The local name of the first element of its detail; empty for none.</summary>
    public string DetailName { get; init; } = "";

    /// <summary>Its detail as XML text; empty for none.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What it says without the place in the other system's code that stands before it.</summary>
    public string Sentence => FaultText.WithoutPlace(Text);
}
