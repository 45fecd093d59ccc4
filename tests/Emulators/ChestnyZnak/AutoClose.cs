namespace Emulators.ChestnyZnak;

/// <summary>When the system closes an order by itself; the vendor's texts differ.</summary>
public enum AutoClose
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>At once when the last code has been taken.</summary>
    OnLastCode,

    /// <summary>Some time after the last code has been taken.</summary>
    Later,
}
