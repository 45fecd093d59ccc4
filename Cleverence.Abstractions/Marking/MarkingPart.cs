namespace Cleverence.Connectivity.Marking;

/// <summary>A part of a text; of no length when it is not there.</summary>
internal readonly struct MarkingPart(int start, int length)
{
    private readonly ushort start = (ushort)start;
    private readonly ushort length = (ushort)length;

    public int Start => start;

    public int Length => length;

    public bool Exists => length > 0;

    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(start, length);
}
