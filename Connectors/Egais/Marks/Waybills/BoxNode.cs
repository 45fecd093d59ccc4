namespace Connectors.Egais;

/// <summary>A box of a waybill while its index is built.</summary>
internal sealed class BoxNode
{
    /// <summary>The marks directly in it, by index.</summary>
    public List<int> Marks { get; } = [];

    /// <summary>The boxes directly in it.</summary>
    public List<BoxNode> Inner { get; } = [];

    /// <summary>The positions it is named in, by index.</summary>
    public List<int> Positions { get; } = [];

    /// <summary>Positions are told in their order.</summary>
    public void NamedIn(int position)
    {
        if (Positions.Count == 0 || Positions[^1] != position) Positions.Add(position);
    }
}
