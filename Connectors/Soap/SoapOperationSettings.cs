namespace Connectors.Soap;

/// <summary>What the WSDL does not say about an operation.</summary>
public sealed class SoapOperationSettings
{
    /// <summary>The service or port it belongs to; empty for any.</summary>
    public string Class { get; set; } = "";

    /// <summary>The operation.</summary>
    public string Operation { get; set; } = "";

    /// <summary>Other names callers may use.</summary>
    public IList<string> Aliases { get; } = [];

    /// <summary>One sentence about it.</summary>
    public string? Description { get; set; }

    /// <summary><c>Safe</c>, <c>Keyed</c> or <c>Unsafe</c>.</summary>
    public string Safety { get; set; } = "Unsafe";

    /// <summary>The operation's own limit as <c>hh:mm:ss</c>; empty for the connector's.</summary>
    public string TimeLimit { get; set; } = "";

    /// <summary>Whether a text in the first result that is not empty says what went wrong.</summary>
    public bool ErrorInReturn { get; set; }

    /// <summary>The part of the result callers get, as names with dots; empty for all of it.</summary>
    public string Result { get; set; } = "";
}
