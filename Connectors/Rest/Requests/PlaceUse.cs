namespace Connectors.Rest;

/// <summary>A parameter's name and where it stands.</summary>
internal readonly record struct PlaceUse(string Name, Places Place);
