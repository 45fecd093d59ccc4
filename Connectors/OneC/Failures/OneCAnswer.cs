using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>An answer of the web server before 1C, whoever wrote it.</summary>
/// <param name="Target">Host and port.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">The body as text, without a byte order mark.</param>
internal sealed record OneCAnswer(string Target, int Status, string Text)
{
    /// <summary>The bytes of the body.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The media type; 1C code often says <c>text/html</c> over JSON, so nothing is decided by it.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; init; }

    /// <summary>What the method that asked may be: an answer that tells nothing leaves an unsafe one in doubt.</summary>
    public MethodSafety Safety { get; init; } = MethodSafety.Safe;

    /// <summary>Whether the request went within an explicit session.</summary>
    public bool InSession { get; init; }

    /// <summary>How long the server asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Reads <c>Retry-After</c>: seconds or a date.</summary>
    public static TimeSpan? SecondsOf(string? text, TimeProvider time)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return null;
        var left = moment - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The first character that means something.</summary>
    public char First => Text.AsSpan().TrimStart() is [var first, ..] ? first : '\0';
}
