namespace Connectors.OneC;

/// <summary>The state of a long operation as 1C tells it.</summary>
/// <param name="Name">Active, Completed, Failed or Canceled.</param>
/// <param name="Message">What 1C says of a failed one.</param>
internal sealed record OneCState(string Name, string Message)
{
    public bool IsActive => Is("Active");

    public bool IsCompleted => Is("Completed");

    public bool IsFailed => Is("Failed");

    private bool Is(string name) => name.Equals(Name, StringComparison.OrdinalIgnoreCase);
}
