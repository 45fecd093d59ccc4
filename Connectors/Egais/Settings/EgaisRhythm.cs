using Connectors.Transport;

namespace Connectors.Egais;

/// <summary>How often the exchange looks and what housekeeping removes, read and checked.</summary>
internal sealed record EgaisRhythm
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(20);

    public TimeSpan Exchange { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan AfterSending { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan AfterSendingFor { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Offline { get; init; } = TimeSpan.FromMinutes(5);

    public bool ByJob { get; init; }

    public bool Housekeeping { get; init; }

    public TimeSpan TicketLife { get; init; } = TimeSpan.FromDays(45);

    public TimeSpan ReplyLife { get; init; } = TimeSpan.FromDays(2);

    public TimeSpan HistoryLife { get; init; } = TimeSpan.FromDays(30);

    public static EgaisRhythm From(EgaisRhythmSettings settings, SettingsProblems problems)
    {
        var exchange = problems.Duration("rhythm.exchange", settings.Exchange, TimeSpan.FromMinutes(1));
        if (exchange < Least)
        {
            problems.Add("RHYTHM_TOO_FAST", "rhythm.exchange", $"An exchange every {exchange:c} is too often for a UTM.", $"Обмен каждые {exchange:c} — слишком часто для УТМ.", "Write at least 00:00:20.", "Укажите не меньше 00:00:20.");
        }

        return new EgaisRhythm
        {
            Exchange = exchange,
            AfterSending = problems.Duration("rhythm.afterSending", settings.AfterSending, TimeSpan.FromSeconds(15)),
            AfterSendingFor = problems.Duration("rhythm.afterSendingFor", settings.AfterSendingFor, TimeSpan.FromMinutes(5)),
            Offline = problems.Duration("rhythm.offline", settings.Offline, TimeSpan.FromMinutes(5)),
            ByJob = settings.ByJob,
            Housekeeping = settings.Housekeeping,
            TicketLife = EgaisLimits.Days(problems, "rhythm.ticketDays", settings.TicketDays),
            ReplyLife = EgaisLimits.Days(problems, "rhythm.replyDays", settings.ReplyDays),
            HistoryLife = EgaisLimits.Days(problems, "rhythm.historyDays", settings.HistoryDays),
        };
    }
}
