using Microsoft.AspNetCore.Http;

namespace Emulators.OneC;

/// <summary>One request as the base sees it.</summary>
public sealed record OneCRequest(string Verb, string RawTarget, OneCQuery Query, IHeaderDictionary Headers, byte[] Body)
{
    /// <summary>The decoded path below the publication, without a leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>Who signed in.</summary>
    public string User { get; set; } = "";

    /// <summary>The address the caller used, up to and with the publication's name.</summary>
    public string Root { get; init; } = "";

    /// <summary>The answer's status, when it was given.</summary>
    public int Status { get; set; }

    /// <summary>The session the call ran in.</summary>
    public string? SessionId { get; set; }

    internal string Header(string name) => Headers.TryGetValue(name, out var values) ? values.ToString() : "";
}
