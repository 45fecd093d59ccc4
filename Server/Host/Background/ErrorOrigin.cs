namespace Server.Background;

/// <summary>What led to an error and where, as far as the text of an exception tells.</summary>
/// <param name="Causes">The causes, outermost first.</param>
/// <param name="Place">The innermost place in the code; null when the text names none.</param>
internal sealed record ErrorOrigin(IReadOnlyList<string> Causes, string? Place)
{
    private const string Caused = "---> ";
    private const string At = "   at ";

    public static ErrorOrigin Unknown { get; } = new([], null);

    /// <summary>Reads the text of an exception; of any other text there is nothing to tell.</summary>
    public static ErrorOrigin Of(string detail)
    {
        var lines = detail.Split('\n').Select(line => line.TrimEnd('\r')).ToList();

        // The stack of the innermost is printed first.
        var place = lines.Find(line => line.StartsWith(At, StringComparison.Ordinal))?[At.Length..];
        if (place is null) return Unknown;
        var inner = lines.Select(line => line.TrimStart()).Where(line => line.StartsWith(Caused, StringComparison.Ordinal)).Select(line => line[Caused.Length..]);
        return new ErrorOrigin([lines[0], .. inner], place);
    }
}
