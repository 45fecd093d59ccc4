namespace Connectors.OneC.OData;

/// <summary>A virtual table or an action of an entity.</summary>
/// <param name="Name">Such as <c>SliceLast</c> or <c>Post</c>.</param>
/// <param name="Entity">The entity it belongs to; empty when the document does not say.</param>
/// <param name="RowType">The type of a row of its result; empty for none.</param>
/// <param name="Parameters">The names of its parameters.</param>
internal sealed record EdmFunction(string Name, string Entity, string RowType, IReadOnlyList<string> Parameters);
