namespace ServerJobs;

/// <summary>What stands between the values of a JSON text: white space, commas and comments.</summary>
internal static class JsonGap
{
    /// <summary>Finds the comma of a gap, looking past comments.</summary>
    /// <returns>Where it is; null when there is none.</returns>
    public static int? Comma(ReadOnlySpan<byte> utf8, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (utf8[at] == ',') return at;
            if (utf8[at] != '/') continue;
            at = EndOfComment(utf8, at) - 1;
        }

        return null;
    }

    /// <summary>Finds where the line ends in a gap; a remark in several lines is one piece.</summary>
    /// <returns>The place in front of the line end; null when the gap ends first.</returns>
    public static int? EndOfLine(ReadOnlySpan<byte> utf8, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (utf8[at] is (byte)'\n' or (byte)'\r') return at;
            if (utf8[at] == '/') at = EndOfComment(utf8, at) - 1;
        }

        return null;
    }

    /// <summary>The white space in front of the line that holds a place.</summary>
    public static ReadOnlySpan<byte> Indent(ReadOnlySpan<byte> utf8, int at)
    {
        var line = utf8[..at].LastIndexOf((byte)'\n') + 1;
        var length = utf8[line..at].IndexOfAnyExcept(" \t"u8);
        return length < 0 ? utf8[line..at] : utf8.Slice(line, length);
    }

    /// <summary>Whether only white space stands in front of a place on its line, and there is a line before.</summary>
    public static bool StandsAlone(ReadOnlySpan<byte> utf8, int at)
    {
        var line = utf8[..at].LastIndexOf((byte)'\n') + 1;
        return line > 0 && utf8[line..at].IndexOfAnyExcept(" \t"u8) < 0;
    }

    /// <summary>Widens a stretch to whole lines when nothing else stands on them; otherwise to the spaces behind it.</summary>
    public static TextSpan WholeLines(ReadOnlySpan<byte> utf8, TextSpan span)
    {
        var end = span.End;
        while (end < utf8.Length && utf8[end] is (byte)' ' or (byte)'\t' or (byte)'\r') end++;
        if (end < utf8.Length && utf8[end] == '\n' && StandsAlone(utf8, span.Start)) return new(span.Start - Indent(utf8, span.Start).Length, end + 1);
        return span;
    }

    private static int EndOfComment(ReadOnlySpan<byte> utf8, int at)
    {
        var rest = utf8[(at + 2)..];
        return utf8[at + 1] == '*' ? at + 2 + rest.IndexOf("*/"u8) + 2 : at + 2 + rest.IndexOfAny("\r\n"u8);
    }
}
