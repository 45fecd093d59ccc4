using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>What the rooms of the connector share.</summary>
/// <param name="Plan">The settings.</param>
/// <param name="Caller">Calls the services.</param>
/// <param name="Tokens">The tokens.</param>
/// <param name="Exchange">The engine's queue of this connector.</param>
/// <param name="Adapter">What the engine is given with each call.</param>
/// <param name="Records">Durable records of this connector.</param>
/// <param name="Codes">The table of marking codes.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">The log.</param>
internal sealed record ZnakParts(ZnakPlan Plan, ZnakCaller Caller, TokenCache Tokens, IExchange Exchange, ZnakAdapter Adapter, IConnectorRecords Records, IMarkingCodeStore Codes, TimeProvider Time, ILogger Logger);
