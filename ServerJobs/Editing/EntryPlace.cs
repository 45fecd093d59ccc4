namespace ServerJobs;

/// <summary>Where an entry of the list of jobs stands.</summary>
/// <param name="Span">The whole entry, braces included.</param>
/// <param name="Fields">Its properties; none when it is no object.</param>
internal sealed record EntryPlace(TextSpan Span, IReadOnlyList<FieldPlace> Fields)
{
    /// <summary>The id, as the reader of jobs takes it.</summary>
    public string? Id => Field("id")?.Text?.Trim();

    /// <summary>Finds a property; of several of one name the last, as JSON has it.</summary>
    public FieldPlace? Field(params ReadOnlySpan<string> names)
    {
        for (var at = Fields.Count - 1; at >= 0; at--)
        {
            if (names.Contains(Fields[at].Name)) return Fields[at];
        }

        return null;
    }
}
