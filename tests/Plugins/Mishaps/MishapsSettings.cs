namespace Mishaps;

/// <summary>Where it is told that a mishap began.</summary>
public sealed class MishapsSettings
{
    public string File { get; set; } = "";
}
