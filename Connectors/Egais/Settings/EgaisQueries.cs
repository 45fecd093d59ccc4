using Connectors.Transport;

namespace Connectors.Egais;

/// <summary>How often the registry is asked and how long an answer is waited for, read and checked.</summary>
internal sealed record EgaisQueries
{
    public TimeSpan RestsInterval { get; init; } = TimeSpan.FromMinutes(60);

    public TimeSpan MarksInterval { get; init; } = TimeSpan.FromMinutes(35);

    public TimeSpan UnansweredInterval { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan OtherInterval { get; init; } = TimeSpan.FromMinutes(1);

    public int OtherInFlight { get; init; } = 5;

    public TimeSpan AnswerWait { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan UnansweredWait { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan MarksWait { get; init; } = TimeSpan.FromHours(12);

    public int ResendPerRun { get; init; } = 10;

    /// <summary>How often the job asks for the list of unanswered waybills.</summary>
    public TimeSpan UnansweredEvery { get; init; } = new(23, 59, 0);

    /// <summary>The daily window of the long work on marks, in hours; null for the whole day.</summary>
    public (int From, int To)? MarksWindow { get; init; }

    public bool MarkCheck { get; init; }

    public bool MarkFilter { get; init; }

    public TimeSpan MarkCheckTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public int MarkCheckTries { get; init; } = 3;

    public IReadOnlyList<string> TooOftenWords { get; init; } = ["частот", "превышен"];

    public static EgaisQueries From(EgaisQuerySettings settings, SettingsProblems problems)
    {
        var from = (int)problems.Number("queries.marksFromHour", settings.MarksFromHour, 0, 23);
        var to = (int)problems.Number("queries.marksToHour", settings.MarksToHour, 0, 23);
        return new EgaisQueries
        {
            TooOftenWords = settings.TooOftenWords.Where(word => !string.IsNullOrWhiteSpace(word)).ToList() is { Count: > 0 } words ? words : new EgaisQueries().TooOftenWords,
            RestsInterval = problems.Duration("queries.restsInterval", settings.RestsInterval, TimeSpan.FromMinutes(60)),
            MarksInterval = problems.Duration("queries.marksInterval", settings.MarksInterval, TimeSpan.FromMinutes(35)),
            UnansweredInterval = problems.Duration("queries.unansweredInterval", settings.UnansweredInterval, TimeSpan.FromMinutes(30)),
            OtherInterval = problems.Duration("queries.otherInterval", settings.OtherInterval, TimeSpan.FromMinutes(1)),
            OtherInFlight = (int)problems.Number("queries.otherInFlight", settings.OtherInFlight, 1, 100),
            AnswerWait = problems.Duration("queries.answerWait", settings.AnswerWait, TimeSpan.FromMinutes(30)),
            UnansweredWait = problems.Duration("queries.unansweredWait", settings.UnansweredWait, TimeSpan.FromMinutes(10)),
            MarksWait = problems.Duration("queries.marksWait", settings.MarksWait, TimeSpan.FromHours(12)),
            ResendPerRun = (int)problems.Number("queries.resendPerRun", settings.ResendPerRun, 1, 100),
            UnansweredEvery = problems.Duration("queries.unansweredEvery", settings.UnansweredEvery, new TimeSpan(23, 59, 0)),
            MarksWindow = from == to ? null : (from, to),
            MarkCheck = settings.MarkCheck,
            MarkFilter = settings.MarkFilter,
            MarkCheckTimeout = problems.Duration("queries.markCheckTimeout", settings.MarkCheckTimeout, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1)),
            MarkCheckTries = (int)problems.Number("queries.markCheckTries", settings.MarkCheckTries, 1, 10),
        };
    }
}
