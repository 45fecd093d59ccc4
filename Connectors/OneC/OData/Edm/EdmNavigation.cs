namespace Connectors.OneC.OData;

/// <summary>A reference that can be followed: its name without <c>_Key</c> and the entity it leads to.</summary>
internal sealed record EdmNavigation(string Name, string Target);
