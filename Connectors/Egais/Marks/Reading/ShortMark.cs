namespace Connectors.Egais;

/// <summary>As much of a mark as a log or an error may show.</summary>
internal static class ShortMark
{
    private const int Shown = 20;

    public static string Of(string mark) => mark.Length <= Shown ? $"{mark} ({mark.Length})" : $"{mark.AsSpan(0, Shown)}… ({mark.Length})";
}
