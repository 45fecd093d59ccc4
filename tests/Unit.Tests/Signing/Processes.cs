namespace Unit.Tests.Signing;

/// <summary>Looks for processes.</summary>
internal static class Processes
{
    /// <summary>Whether a process has ended; one that nobody has buried counts as ended.</summary>
    public static bool IsGone(string id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].TrimStart().StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }
}
