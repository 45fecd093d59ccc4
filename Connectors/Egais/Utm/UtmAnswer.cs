namespace Connectors.Egais;

/// <summary>What a UTM answered, whatever its status.</summary>
/// <param name="Target">Its host and port.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
internal sealed record UtmAnswer(string Target, int Status, byte[] Body)
{
    public bool IsOk => Status is >= 200 and < 300;

    /// <summary>Whether the body begins like XML, after white space and a byte order mark.</summary>
    public bool IsXml => LooksLikeXml(Body);

    public static bool LooksLikeXml(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        body = body.TrimStart(" \t\r\n"u8);
        // A page is a page also when it happens to be well formed.
        return body.Length > 1 && body[0] == '<' && !StartsWith(body, "<!doctype html"u8) && !StartsWith(body, "<html"u8);
    }

    private static bool StartsWith(ReadOnlySpan<byte> body, ReadOnlySpan<byte> lower)
    {
        if (body.Length < lower.Length) return false;
        for (var i = 0; i < lower.Length; i++)
        {
            if ((body[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(body[i] | 0x20) : body[i]) != lower[i]) return false;
        }

        return true;
    }
}
