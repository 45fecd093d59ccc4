namespace Connectors.Egais;

/// <summary>A question that passed a gate.</summary>
/// <param name="Message">Its message.</param>
/// <param name="Parameter">What it asks about; empty for none.</param>
/// <param name="PostedAt">When the UTM took it; null while it did not.</param>
internal sealed record GateEntry(string Message, string Parameter, DateTimeOffset? PostedAt);
