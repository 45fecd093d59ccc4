namespace Emulators.OneC;

/// <summary>A long operation of the base.</summary>
public sealed class OneCOperation
{
    /// <summary>Its id.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>Active, Completed, Failed or Canceled.</summary>
    public string State { get; internal set; } = "Active";

    /// <summary>Reads of the state still to be answered with Active; negative for a run that ends only when told.</summary>
    public int PollsLeft { get; internal set; }

    /// <summary>The state it will end in.</summary>
    public string EndsAs { get; internal set; } = "Completed";

    /// <summary>The error of a failed operation.</summary>
    public string Message { get; internal set; } = "";

    /// <summary>How often its state was read.</summary>
    public int Polls { get; internal set; }

    /// <summary>The result, as JSON text.</summary>
    public string Result { get; internal set; } = "null";
}
