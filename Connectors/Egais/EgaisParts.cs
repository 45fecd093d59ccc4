using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>What the rooms of the connector share.</summary>
/// <param name="Plan">The settings.</param>
/// <param name="Utm">Calls the UTMs.</param>
/// <param name="Exchange">The engine's queue of this connector.</param>
/// <param name="Adapter">What the engine is given with each call.</param>
/// <param name="Records">Durable records of this connector.</param>
/// <param name="Cards">The document cards.</param>
/// <param name="Gates">How often each question may be asked.</param>
/// <param name="Owners">Sees to it that a UTM belongs to its organisation.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">The log.</param>
internal sealed record EgaisParts(EgaisPlan Plan, UtmClient Utm, IExchange Exchange, EgaisAdapter Adapter, IConnectorRecords Records, DocumentCards Cards, QuestionGates Gates, UtmOwners Owners, TimeProvider Time, ILogger Logger);
