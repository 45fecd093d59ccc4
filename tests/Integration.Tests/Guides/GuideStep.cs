namespace Integration.Tests.Guides;

/// <summary>A block of a guide that a reader types, or a file they write.</summary>
/// <param name="Text">The commands, or the file's content.</param>
/// <param name="File">The file below the home folder; null for commands.</param>
/// <param name="Shown">What the page shows as the answer; <c>…</c> stands for anything.</param>
internal sealed record GuideStep(string Text, string? File, string? Shown);
