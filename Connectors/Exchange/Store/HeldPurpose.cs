namespace Connectors.Exchange;

/// <summary>A sub-system of an organisation that is left alone for a run.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Purpose">The purpose, as the messages name it.</param>
public sealed record HeldPurpose(string Organisation, string Purpose);
