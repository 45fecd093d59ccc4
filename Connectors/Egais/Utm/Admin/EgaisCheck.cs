using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Looks at every UTM: whether it answers, whom it belongs to, its certificates, and who else may be using it. Changes nothing.</summary>
internal sealed class EgaisCheck(EgaisPlan plan, UtmHealthCheck health, OtherPrograms others)
{
    // The host waits 20 s for a check.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async ValueTask<ConnectorCheckReport> RunAsync(CancellationToken cancellationToken)
    {
        var reached = plan.Organisations.Select((organisation, at) => (Organisation: organisation, Field: $"organisations[{at}]")).Where(one => one.Organisation is { Enabled: true, Mode: ExchangeMode.Server }).ToList();
        var found = await Task.WhenAll(reached.Select(one => health.CountAsync(one.Organisation with { Timeout = Shorter(one.Organisation.Timeout) }, cancellationToken).AsTask())).ConfigureAwait(false);
        var problems = plan.Warnings.ToList();
        for (var at = 0; at < found.Length; at++)
        {
            problems.AddRange(Of(found[at], reached[at].Field));
            if (found[at].Verdict is UtmVerdict.Offline or UtmVerdict.WrongKey) continue;
            if (Sharing(found[at], reached[at].Field, await others.CountAsync(found[at].Organisation, cancellationToken).ConfigureAwait(false)) is { } shared) problems.Add(shared);
        }

        var answered = found.Where(one => one.Verdict != UtmVerdict.Offline).Select(one => $"UTM {one.Info?.Version} of {one.Owner ?? one.Organisation.FsrarId}".Replace("UTM  of", "UTM of", StringComparison.Ordinal)).ToList();
        return new ConnectorCheckReport(problems)
        {
            Target = reached.Count == 0 ? null : string.Join(", ", reached.Select(one => UtmClient.TargetOf(one.Organisation))),
            Answered = answered.Count == 0 ? null : string.Join(", ", answered),
        };
    }

    private static TimeSpan Shorter(TimeSpan timeout) => timeout < Patience ? timeout : Patience;

    private static IEnumerable<ConnectorProblem> Of(UtmHealth found, string field)
    {
        if (found.Error is { } error)
        {
            yield return new ConnectorProblem(error.Reason ?? "UTM_WRONG", found.Verdict == UtmVerdict.Offline ? $"{field}.host" : field, error.Message, StepOf(found.Verdict).Text)
            {
                MessageRu = error.MessageRu,
                NextStepRu = StepOf(found.Verdict).TextRu,
                Detail = error.Detail,
                IsWarning = found.Verdict is UtmVerdict.CertificateExpiring or UtmVerdict.ChequesStuck,
            };
        }

        foreach (var warning in found.Warnings)
        {
            yield return new ConnectorProblem(warning.Reason ?? "UTM_WARNING", field, warning.Message, "See that the exchange runs.") { MessageRu = warning.MessageRu, NextStepRu = "Проверьте, что обмен выполняется.", IsWarning = true };
        }
    }

    private static ConnectorProblem? Sharing(UtmHealth found, string field, int? others)
    {
        var target = UtmClient.TargetOf(found.Organisation);
        if (found.Organisation.Exclusive)
        {
            return others is not > 0 ? null : new ConnectorProblem("UTM_NOT_ALONE", $"{field}.exclusive", $"'exclusive' is set for the UTM {target}, but answers to requests of another program stand in it ({others} or more).", "Stop the other program's exchange with it, or take exclusive off.")
            {
                MessageRu = $"Для УТМ {target} указан exclusive, но в нём есть ответы на запросы другой программы ({others} или больше).",
                NextStepRu = "Остановите обмен другой программы с ним или снимите exclusive.",
                IsWarning = true,
            };
        }

        var (seen, seenRu) = others switch
        {
            > 0 => ($" Answers to {others} requests of another program stand there.", $" В нём есть ответы на запросы другой программы ({others})."),
            0 => (" No answers to requests of others stand there.", " Ответов на чужие запросы в нём нет."),
            _ => ("", ""),
        };
        return new ConnectorProblem("UTM_SHARED", $"{field}.exclusive", $"The UTM {target} may be read by the customer's own 1C too; nothing is removed from it.{seen}", "Ask who else exchanges with it (1C, a till program); when nobody does, set exclusive.")
        {
            MessageRu = $"УТМ {target} может читать и 1С заказчика; из него ничего не удаляется.{seenRu}",
            NextStepRu = "Выясните, кто ещё обменивается с ним (1С, кассовая программа); если никто, укажите exclusive.",
            IsWarning = true,
        };
    }

    private static (string Text, string TextRu) StepOf(UtmVerdict verdict) => verdict switch
    {
        UtmVerdict.Offline => ("Check host and port, and that the UTM runs.", "Проверьте host и port и что УТМ запущен."),
        UtmVerdict.WrongKey => ("Put the organisation's own token in, or correct fsrarId.", "Вставьте токен этой организации или исправьте fsrarId."),
        UtmVerdict.CertificateExpired or UtmVerdict.CertificateExpiring => ("Renew the certificate in the account of ЕГАИС.", "Обновите сертификат в личном кабинете ЕГАИС."),
        _ => ("Check the way of the UTM to the registry.", "Проверьте связь УТМ с ЕГАИС."),
    };
}
