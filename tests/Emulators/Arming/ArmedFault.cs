namespace Emulators;

/// <summary>What every emulator's fault has: which calls pass it, and how many it strikes.</summary>
public abstract record ArmedFault
{
    /// <summary>How many such calls pass unharmed first.</summary>
    public int After { get; init; }

    /// <summary>How many calls it strikes; -1 until cleared.</summary>
    public int Times { get; init; } = 1;

    internal abstract bool Strikes(string endpoint);
}
