namespace Connectors.Egais;

/// <summary>Why a scanned text is no code.</summary>
internal enum MarkFault
{
    None,

    /// <summary>The scanner typed in the Russian keyboard layout.</summary>
    WrongLayout,

    /// <summary>It has none of the known forms, or not the one that its symbology demands.</summary>
    BadFormat,
}
