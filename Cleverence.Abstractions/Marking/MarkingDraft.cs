using System.Runtime.InteropServices;

namespace Cleverence.Connectivity.Marking;

/// <summary>A text under repair. It remembers where every character came from, so that a verdict speaks of the text as it was given.</summary>
internal sealed class MarkingDraft
{
    private readonly List<char> characters = [];
    private readonly List<int> origins = [];

    public MarkingDraft(ReadOnlySpan<char> text, int offset)
    {
        characters.AddRange(text);
        for (var at = 0; at < text.Length; at++) origins.Add(offset + at);
    }

    public ReadOnlySpan<char> Text => CollectionsMarshal.AsSpan(characters);

    public int Length => characters.Count;

    public MarkingFlags Flags { get; set; }

    public void Replace(int index, int length, char character)
    {
        characters[index] = character;
        Remove(index + 1, length - 1);
    }

    public void Remove(int index, int length)
    {
        characters.RemoveRange(index, length);
        origins.RemoveRange(index, length);
    }

    public void Insert(int index, char character)
    {
        characters.Insert(index, character);
        origins.Insert(index, OriginOf(index));
    }

    public void Apply(MarkingStep step)
    {
        Flags |= step.Flags;
        if (step.Inserted == '\0') Remove(step.Index, 1);
        else Insert(step.Index, step.Inserted);
    }

    public int OriginOf(int index) =>
        origins.Count == 0 ? 0 : index < origins.Count ? origins[index] : origins[^1] + 1;

    /// <summary>The verdict with its index in the text as it was given.</summary>
    public MarkingVerdict Locate(MarkingVerdict verdict) =>
        verdict.Index < 0 ? verdict : verdict with { Index = OriginOf(verdict.Index) };
}
