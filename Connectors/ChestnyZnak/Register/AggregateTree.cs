using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Packs and what lies in them.</summary>
/// <param name="Nodes">All codes, packs before what lies in them.</param>
internal sealed record AggregateTree(IReadOnlyList<AggregateNode> Nodes)
{
    /// <summary>Whether packs lie in each other in a circle, or deeper than is looked.</summary>
    public bool IsCut { get; init; }

    public ConnectorTable ToTable()
    {
        var packs = Nodes.Select(node => node.Parent).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new ConnectorTable(
            [new TableColumn("code", ValueKind.String), new TableColumn("parent", ValueKind.String), new TableColumn("depth", ValueKind.Integer), new TableColumn("isPack", ValueKind.Boolean)],
            [.. Nodes.Select(node => new object?[] { node.Code, node.Parent, (long)node.Depth, packs.Contains(node.Code) })]);
    }
}
