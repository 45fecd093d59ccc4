namespace Emulators.ChestnyZnak;

/// <summary>A host of the permissive mode and how it behaves.</summary>
public sealed class CdnHost
{
    /// <summary>Its name, which is the first segment of its address.</summary>
    public required string Name { get; init; }

    /// <summary>The time it tells in health/check, in milliseconds.</summary>
    public int AverageMilliseconds { get; set; }

    /// <summary>Its health code; 0 is well.</summary>
    public int HealthCode { get; set; }

    /// <summary>It answers checks with 203, the emergency mode.</summary>
    public bool Emergency { get; set; }

    /// <summary>It answers checks with code 5000: cross-border verification is unavailable.</summary>
    public bool CrossBorderDown { get; set; }

    /// <summary>It leaves out the flags found and realizable while errorCode is 0.</summary>
    public bool Incomplete { get; set; }

    /// <summary>The list names an address that refuses connections for it.</summary>
    public bool Refused { get; set; }
}
