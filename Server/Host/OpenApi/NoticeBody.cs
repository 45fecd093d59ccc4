namespace Server.OpenApi;

/// <summary>A notice, for the description of the API only.</summary>
internal sealed record NoticeBody(string Text, string? Action, string? Explanation, string? Picture, string Status, string? Key);
