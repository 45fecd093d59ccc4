namespace Microsoft.Extensions.Logging;

/// <summary>Stands for a library newer than the host's.</summary>
public static class Newer
{
    public static string Text => "newer";
}
