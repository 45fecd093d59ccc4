namespace Cleverence.Connectivity;

/// <summary>Marks a public method of a plugin's class as a server operation, called as <c>ServerOperationConnector:Name</c>.</summary>
/// <remarks>The class is built like a connector: through its constructor, by the host. One instance lives as long as its plugin.</remarks>
/// <param name="name">The operation's name; spaces and any Unicode letter are allowed.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerOperationAttribute(string name) : Attribute
{
    /// <summary>The operation's name.</summary>
    public string Name { get; } = name;

    /// <summary>What it keeps others from doing while it runs.</summary>
    public ServerOperationLock Lock { get; set; }

    /// <summary>One sentence about it.</summary>
    public string? Description { get; set; }
}
