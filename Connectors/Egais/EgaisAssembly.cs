using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>Puts the parts of the connector together.</summary>
internal static class EgaisAssembly
{
    public static EgaisParts Parts(EgaisPlan plan, UtmClient utm, IExchange exchange, IConnectorRecords records, ILogger logger, TimeProvider time)
    {
        var cards = new DocumentCards(records);
        var questions = new Questions(plan.Queries);
        var gates = new QuestionGates(records, exchange, questions, time);
        var handler = new IncomingHandler(new EgaisLookup(exchange, records, cards), plan.Dialogue, time, gates, logger);
        var adapter = new EgaisAdapter(plan, utm, new UtmOwners(plan, utm, logger, time), exchange, handler, new EgaisStatuses(plan.CheckIncoming, plan.Rhythm.ByJob), logger, time, gates, new AnswerTimes(questions, cards, plan.Limits.RepealWarning, time));
        return new EgaisParts(plan, utm, exchange, adapter, records, cards, gates, time, logger);
    }

    public static IReadOnlyList<Connector> Rooms(EgaisParts parts)
    {
        var runs = new ExchangeRuns(parts, new RunLeases(parts.Records, parts.Plan.Limits.RunLease, parts.Time, parts.Logger));
        var making = new MessageMaking(parts, new DocumentBuilder(parts.Plan.Formats));
        var verbs = new DocumentVerbs(parts);
        var box = new BoxItems(parts.Exchange);
        var answers = new AnswerLook(parts.Records);
        var asking = new Asking(parts, making, runs, answers);
        return
        [
            new ExchangeMethods(parts, runs), new SettingMethods(parts), new TransferMethods(parts, new Preparation(parts, verbs, making), verbs, runs), new RawMethods(parts, making, runs), new HousekeepingMethods(parts), new ChequeMethods(parts, making, runs),
            new DocumentMethods(parts, new DocumentDrafts(parts, making), making), new ClientMethods(parts, box), new BoxMethods(parts, new BoxRemoval(parts, box)),
            new QueryMethods(parts, asking), new StockMethods(parts, answers, new MarksWork(parts, asking, answers), new LostWaybills(parts, asking, answers), asking),
        ];
    }
}
