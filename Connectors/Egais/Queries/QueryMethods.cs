using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Egais;

/// <summary>Questions to the registry. Each gives the young answer that is there, or asks and tells where the question stands; the answer comes with a later exchange.</summary>
internal sealed class QueryMethods(EgaisParts parts, Asking asking) : Connector
{
    private const string Class = "EgaisQueries";

    [ConnectorMethod("RequestRests", Class = Class, Aliases = ["ЗапроситьОстатки"], Description = "The stock of register 1 or 2: the stored answer of the last hour, or a new question.")]
    public Task<ConnectorRecord> RequestRestsAsync(
        InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string? fsrarId = null, [ConnectorParameter("register", Aliases = ["Регистр"])] int register = 1,
        [ConnectorParameter("force", Aliases = ["Принудительно"])] bool force = false) =>
        AskAsync(args, fsrarId, RestsAnswers.OperationOf(register), "", [], force, cancellationToken);

    [ConnectorMethod("RequestUnanswered", Class = Class, Aliases = ["ЗапроситьНеобработанныеТТН"], Description = "The waybills to us that we did not answer yet.")]
    public Task<ConnectorRecord> RequestUnansweredAsync(InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string? fsrarId = null, [ConnectorParameter("force", Aliases = ["Принудительно"])] bool force = false) =>
        AskAsync(args, fsrarId, EgaisOperation.QueryUnanswered, "", [], force, cancellationToken);

    [ConnectorMethod("ResendWaybill", Class = Class, Aliases = ["ЗапроситьПовторноТТН"], Description = "Asks the registry to send a waybill again; it arrives like any other.")]
    public Task<ConnectorRecord> ResendWaybillAsync([ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string fsrarId, [ConnectorParameter("regId", Aliases = ["НомерТТН"])] string regId, InvokeArgs args, CancellationToken cancellationToken) =>
        AskAsync(args, fsrarId, EgaisOperation.QueryResend, regId, QuestionExtras.Of(regId), force: true, cancellationToken);

    [ConnectorMethod("RequestF1", Class = Class, Aliases = ["ЗапроситьСправку1"], Description = "The record of origin of a batch (FA-…).")]
    public Task<ConnectorRecord> RequestF1Async([ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string fsrarId, [ConnectorParameter("regId", Aliases = ["f1", "Справка1"])] string regId, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("force", Aliases = ["Принудительно"])] bool force = false) =>
        AskAsync(args, fsrarId, EgaisOperation.QueryF1, regId, QuestionExtras.Of(regId), force, cancellationToken);

    [ConnectorMethod("RequestF2", Class = Class, Aliases = ["ЗапроситьСправку2"], Description = "The record of movement of a batch (FB-…).")]
    public Task<ConnectorRecord> RequestF2Async([ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string fsrarId, [ConnectorParameter("regId", Aliases = ["f2", "Справка2"])] string regId, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("force", Aliases = ["Принудительно"])] bool force = false) =>
        AskAsync(args, fsrarId, EgaisOperation.QueryF2, regId, QuestionExtras.Of(regId), force, cancellationToken);

    [ConnectorMethod("RequestF2History", Class = Class, Aliases = ["ЗапроситьДвижениеСправки2"], Description = "The movements of a batch, or with ancestry its way to us.")]
    public Task<ConnectorRecord> RequestF2HistoryAsync(
        [ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string fsrarId, [ConnectorParameter("regId", Aliases = ["f2", "Справка2"])] string regId, InvokeArgs args, CancellationToken cancellationToken,
        [ConnectorParameter("ancestry", Aliases = ["Родословная"])] bool ancestry = false, [ConnectorParameter("force", Aliases = ["Принудительно"])] bool force = false)
    {
        var operation = ancestry ? EgaisOperation.QueryF2Ancestry : EgaisOperation.QueryF2History;
        return AskAsync(args, fsrarId, operation, regId, QuestionExtras.Of(regId), force, cancellationToken);
    }

    [ConnectorMethod("PrepareClassifierQuery", Class = EgaisRooms.Exchange, Aliases = ["ПодготовитьЗапросДанныхКлассификатораКПередаче"], Description = "Asks for products or organisations: QueryProducts by ИНН or КОД, QueryOrganisation by ИНН or СИО.")]
    public async Task<ConnectorRecord> PrepareClassifierQueryAsync(
        [ConnectorParameter("fsrarId", Aliases = ["organisation", "ОрганизацияЕГАИС", "Организация"])] string fsrarId, [ConnectorParameter("operation", Aliases = ["Операция"])] string operation,
        [ConnectorParameter("parameterName", Aliases = ["ИмяПараметра"])] string parameterName, [ConnectorParameter("parameterValue", Aliases = ["ЗначениеПараметра"])] string parameterValue, InvokeArgs args, CancellationToken cancellationToken,
        [ConnectorParameter("owner", Aliases = ["ownerToken", "ИдентификаторВладельца"])] string? owner = null, [ConnectorParameter("allowUnproven")] bool allowUnproven = false, [ConnectorParameter("force", Aliases = ["Принудительно"])] bool force = false)
    {
        var query = ClassifierCall.Read(operation, parameterName, parameterValue, allowUnproven);
        var answer = await AskAsync(args, fsrarId, query.Operation, $"{query.Name}={query.Value}", query.ToExtra(), force, cancellationToken).ConfigureAwait(false);
        answer["ownerToken"] = owner;
        return answer;
    }

    private Task<ConnectorRecord> AskAsync(InvokeArgs args, string? fsrarId, EgaisOperation operation, string parameter, ConnectorRecord extra, bool force, CancellationToken cancellationToken) =>
        asking.AskAsync(new QuestionCall(OrganisationList.One(parts.Plan, fsrarId), operation, parameter.Trim(), extra) { Force = force, HandsOut = CallRun.HandsOut(args, null) }, CallRun.Of(args, parts.Plan.Limits.RunTime), cancellationToken);
}
