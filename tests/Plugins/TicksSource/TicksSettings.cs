namespace Ticks;

/// <summary>Where the ticks are written.</summary>
public sealed class TicksSettings
{
    public string File { get; set; } = "";
}
