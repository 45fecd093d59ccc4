namespace Cleverence.Warehouse;

/// <summary>A parameter of a handheld's <see cref="InvokeMethodAction"/>, before it is evaluated.</summary>
public sealed class InvokeParameter
{
    /// <summary>The name the argument travels under.</summary>
    public string Name { get; set; } = "";

    /// <summary>The type of the value, such as <c>String</c>; empty for text.</summary>
    public string Type { get; set; } = "";

    /// <summary>Literal text, or an expression in braces that names a session variable.</summary>
    public string Value { get; set; } = "";
}
