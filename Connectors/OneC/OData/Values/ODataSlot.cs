namespace Connectors.OneC.OData;

/// <summary>A field of a row that is kept: where it goes and what it is.</summary>
/// <param name="Place">Its place among the cells.</param>
/// <param name="Property">The property; null for an expanded reference.</param>
/// <param name="Target">The type an expanded reference leads to.</param>
internal sealed record ODataSlot(int Place, EdmProperty? Property, EdmType? Target);
