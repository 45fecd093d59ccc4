using Cleverence.Connectivity;

namespace Connectors.Rest;

/// <summary>A declared column and where its cells stand within a row.</summary>
internal sealed record RestColumn(TableColumn Column, JsonPick Pick);
