using System.ComponentModel;
using Cleverence.Connectivity.Exchange;

namespace Server.OpenApi;

/// <summary>What a person decided about a message.</summary>
internal sealed record DecisionBody(ExchangeDecision Decision, [property: Description("The id at the other system, for Arrived.")] string? RequestId);
