using Cleverence.Connectivity.Exchange;

namespace TestKit.Exchange;

/// <summary>A message with its lease.</summary>
internal sealed class MemoryMessageRow(string connectorId, ExchangeMessage message)
{
    public string ConnectorId => connectorId;

    public ExchangeMessage Message { get; set; } = message;

    public string? LeaseOwner { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }

    public bool IsFreeAt(DateTimeOffset now) => LeaseOwner is null || LeaseUntil <= now;
}
