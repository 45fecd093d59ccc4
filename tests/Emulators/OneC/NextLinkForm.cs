namespace Emulators.OneC;

/// <summary>The forms of <c>odata.nextLink</c>.</summary>
public enum NextLinkForm
{
    /// <summary>The address the caller used.</summary>
    Absolute,

    /// <summary>Only the set and its query.</summary>
    Relative,

    /// <summary>The host the base believes it has, which nobody outside can reach.</summary>
    InternalHost,
}
