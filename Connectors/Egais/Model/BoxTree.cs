namespace Connectors.Egais;

/// <summary>A box and the boxes in it.</summary>
/// <param name="Number">The box.</param>
/// <param name="Inner">The boxes in it.</param>
internal sealed record BoxTree(string Number, IReadOnlyList<BoxTree> Inner);
