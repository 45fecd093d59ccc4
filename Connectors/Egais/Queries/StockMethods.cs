using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Egais;

/// <summary>Reads stored stock, and the long works on questions that jobs drive step by step.</summary>
internal sealed class StockMethods(EgaisParts parts, AnswerLook answers, MarksWork marks, LostWaybills lost, Asking asking) : Connector
{
    private const string Class = "EgaisQueries";
    private const string Limit = "00:05:00";

    [ConnectorMethod("GetRests", Class = Class, Aliases = ["Остатки", "ПолучитьОстатки"], Safety = MethodSafety.Safe, Description = "The stock of register 1 or 2 as it was last received: rows, the registry's date and the age in seconds.")]
    public async Task<ConnectorRecord> GetRestsAsync(
        CancellationToken cancellationToken, [ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string? fsrarId = null, [ConnectorParameter("register", Aliases = ["Регистр"])] int register = 1, [ConnectorParameter("filter", Aliases = ["Отбор"])] object? filter = null)
    {
        var owner = OrganisationList.One(parts.Plan, fsrarId);
        var wanted = CallFields.Record(filter, "filter");
        var stored = await answers.FindAsync(owner.FsrarId, RestsAnswers.OperationOf(register), "", cancellationToken).ConfigureAwait(false);
        var rows = stored is null ? [] : CallFields.Rows(stored.Answer["positions"]).OfType<ConnectorRecord>().Where(row => RestsAnswers.Fits(row, wanted)).ToList<object?>();
        return new ConnectorRecord
        {
            { "fsrarId", owner.FsrarId }, { "register", (long)register }, { "rows", rows }, { "restsDate", stored?.Answer["restsDate"] }, { "receivedAt", stored?.ReceivedAt },
            { "ageSeconds", stored is null ? null : (long)(parts.Time.GetUtcNow() - stored.ReceivedAt).TotalSeconds },
        };
    }

    [ConnectorMethod("RefreshRests", Class = Class, Aliases = ["ОбновитьОстатки"], TimeLimit = Limit, Description = "For a job: asks for the stock of both registers of every organisation, as far as the intervals allow.")]
    public async Task<ConnectorRecord> RefreshRestsAsync(InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisations", Aliases = ["organisation", "Организации"])] object? organisations = null)
    {
        var works = new ReportOfWorks();
        foreach (var owner in OrganisationList.Of(parts.Plan, organisations, works.Report))
        {
            foreach (var register in (int[])[1, 2])
            {
                var call = new QuestionCall(owner, RestsAnswers.OperationOf(register), "", []);
                await works.TryAsync(owner.FsrarId, () => asking.AskAsync(call, CallRun.Of(args, parts.Plan.Limits.RunTime), cancellationToken)).ConfigureAwait(false);
            }
        }

        return works.ToRecord();
    }

    [ConnectorMethod("RequestMarksByF2", Class = Class, Aliases = ["ЗапроситьМаркиПоСправке2"], TimeLimit = Limit, Description = "The marks of one F2; of several, or of all in stock when none is named, as a work that StepMarksJob carries on.")]
    public async Task<ConnectorRecord> RequestMarksByF2Async(
        InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string? fsrarId = null, [ConnectorParameter("f2", Aliases = ["regId", "Справка2"])] object? f2 = null, [ConnectorParameter("force", Aliases = ["Принудительно"])] bool force = false)
    {
        var owner = OrganisationList.One(parts.Plan, fsrarId);
        var named = CallFields.Texts(f2);
        if (named.FirstOrDefault(one => !MarksWork.IsF2(one)) is { } wrong) throw new ConnectorException(CallErrors.ParameterNotAllowed($"'{wrong}' is no F2: FB- and 15 digits.", $"«{wrong}» — не справка 2: FB- и 15 цифр."));
        if (named.Count != 1) return await marks.FillAsync(owner, named, cancellationToken).ConfigureAwait(false);
        var call = new QuestionCall(owner, EgaisOperation.QueryMarksByF2, named[0], QuestionExtras.Of(named[0])) { Force = force, HandsOut = CallRun.HandsOut(args, null) };
        return await asking.AskAsync(call, CallRun.Of(args, parts.Plan.Limits.RunTime), cancellationToken).ConfigureAwait(false);
    }

    [ConnectorMethod("StepMarksJob", Class = Class, Aliases = ["ШагЗапросаМарок"], TimeLimit = Limit, Description = "For a job: carries the long work on marks one step further for each organisation.")]
    public async Task<ConnectorRecord> StepMarksJobAsync(InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisations", Aliases = ["organisation", "Организации"])] object? organisations = null)
    {
        var works = new ReportOfWorks();
        foreach (var owner in OrganisationList.Of(parts.Plan, organisations, works.Report))
        {
            await works.TryAsync(owner.FsrarId, () => marks.StepAsync(owner, CallRun.Of(args, parts.Plan.Limits.RunTime), cancellationToken)).ConfigureAwait(false);
        }

        return works.ToRecord();
    }

    [ConnectorMethod("RecoverWaybills", Class = Class, Aliases = ["ВосстановитьПотерянныеТТН"], TimeLimit = Limit, Description = "For a job: asks once a day which waybills wait for our answer, and asks for those again that never arrived here.")]
    public async Task<ConnectorRecord> RecoverWaybillsAsync(InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisations", Aliases = ["organisation", "Организации"])] object? organisations = null)
    {
        var works = new ReportOfWorks();
        foreach (var owner in OrganisationList.Of(parts.Plan, organisations, works.Report))
        {
            await works.TryAsync(owner.FsrarId, () => lost.StepAsync(owner, CallRun.Of(args, parts.Plan.Limits.RunTime), cancellationToken)).ConfigureAwait(false);
        }

        return works.ToRecord();
    }
}
