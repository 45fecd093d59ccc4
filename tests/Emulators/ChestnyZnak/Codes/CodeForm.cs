namespace Emulators.ChestnyZnak;

/// <summary>How a code is put together.</summary>
internal enum CodeForm
{
    /// <summary>01, 21, then 93.</summary>
    Short,

    /// <summary>01, 21, 91, then 92.</summary>
    Long,

    /// <summary>A tobacco block: 01, 21, 8005, then 93.</summary>
    Block,

    /// <summary>A tobacco pack, without application identifiers.</summary>
    Pack,
}
