using System.Globalization;
using Connectors.Transport;

namespace Connectors.Egais;

/// <summary>How often the registry is asked, read and checked.</summary>
internal sealed record QueryPlan
{
    public TimeSpan Rests { get; init; } = TimeSpan.FromMinutes(60);

    public TimeSpan Marks { get; init; } = TimeSpan.FromMinutes(35);

    public TimeSpan Unanswered { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan Other { get; init; } = TimeSpan.FromMinutes(1);

    public int OtherInFlight { get; init; } = 5;

    public TimeSpan Answer { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan UnansweredAnswer { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan MarksAnswer { get; init; } = TimeSpan.FromHours(12);

    public int ResendsPerRun { get; init; } = 10;

    public TimeSpan UnansweredEvery { get; init; } = new(23, 59, 0);

    /// <summary>From and to, local time; null for always.</summary>
    public (TimeOnly From, TimeOnly To)? Window { get; init; }

    public bool AllowUnproven { get; init; }

    public TimeSpan RunTime { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan RunLease { get; init; } = TimeSpan.FromSeconds(30);

    public static QueryPlan Read(EgaisQuerySettings settings, SettingsProblems problems) => new()
    {
        Rests = problems.Duration("queries.restsInterval", settings.RestsInterval, TimeSpan.FromMinutes(60)),
        Marks = problems.Duration("queries.marksInterval", settings.MarksInterval, TimeSpan.FromMinutes(35)),
        Unanswered = problems.Duration("queries.unansweredInterval", settings.UnansweredInterval, TimeSpan.FromMinutes(30)),
        Other = problems.Duration("queries.otherInterval", settings.OtherInterval, TimeSpan.FromMinutes(1)),
        OtherInFlight = (int)problems.Number("queries.otherInFlight", settings.OtherInFlight, 1, 100),
        Answer = problems.Duration("queries.answerTime", settings.AnswerTime, TimeSpan.FromMinutes(30)),
        UnansweredAnswer = problems.Duration("queries.unansweredAnswerTime", settings.UnansweredAnswerTime, TimeSpan.FromMinutes(10)),
        MarksAnswer = problems.Duration("queries.marksAnswerTime", settings.MarksAnswerTime, TimeSpan.FromHours(12)),
        ResendsPerRun = (int)problems.Number("queries.resendsPerRun", settings.ResendsPerRun, 1, 10),
        UnansweredEvery = problems.Duration("queries.unansweredEvery", settings.UnansweredEvery, new TimeSpan(23, 59, 0)),
        Window = WindowOf(settings.DailyWindow, problems),
        AllowUnproven = settings.AllowUnproven,
        RunTime = problems.Duration("queries.runTime", settings.RunTime, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4)),
        RunLease = problems.Duration("queries.runLease", settings.RunLease, TimeSpan.FromSeconds(30)),
    };

    private static (TimeOnly From, TimeOnly To)? WindowOf(string? text, SettingsProblems problems)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && Time(parts[0]) is { } from && Time(parts[1]) is { } to) return (from, to);
        problems.Add("WINDOW_INVALID", "queries.dailyWindow", $"'{text}' is not hh:mm-hh:mm.", "Write it as 22:00-06:00, or leave it empty.", $"«{text}» — не чч:мм-чч:мм.", "Запишите, например, 22:00-06:00 или оставьте пустым.");
        return null;
    }

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
