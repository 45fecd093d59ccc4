namespace ServerJobs;

/// <summary>Where a property stands: from the quote of its name to the end of its value.</summary>
/// <param name="Name">The name.</param>
/// <param name="Start">Where the name begins.</param>
/// <param name="Value">Where the value stands.</param>
/// <param name="Text">The value, when it is a text.</param>
internal sealed record FieldPlace(string Name, int Start, TextSpan Value, string? Text);
