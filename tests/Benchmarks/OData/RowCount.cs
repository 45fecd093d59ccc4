namespace Benchmarks.OData;

/// <summary>Counts the rows of a streamed answer by the keys at their beginnings, without reading its JSON: the measuring side must stay cheap.</summary>
internal sealed class RowCount
{
    private readonly byte[] last = new byte[16];
    private int depth;
    private bool inText, escaped;

    /// <summary>The rows so far.</summary>
    public int Rows { get; private set; }

    public void Take(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes) Step(one);
        var tail = bytes[^Math.Min(bytes.Length, last.Length)..];
        last.AsSpan(tail.Length).CopyTo(last);
        tail.CopyTo(last.AsSpan(last.Length - tail.Length));
    }

    /// <summary>Whether the answer ended so.</summary>
    public bool EndsWith(ReadOnlySpan<byte> end) => last.AsSpan().EndsWith(end);

    // {"columns":[{…}],"rows":[[ — a row is an array in the second array of the answer.
    private void Step(byte one)
    {
        if (escaped) escaped = false;
        else if (inText && one == '\\') escaped = true;
        else if (one == '"') inText = !inText;
        else if (!inText && one == '[') depth++;
        else if (!inText && one == ']' && depth-- == 2) Rows++;
    }
}
