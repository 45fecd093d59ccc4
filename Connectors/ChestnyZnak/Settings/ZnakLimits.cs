using Connectors.Transport;

namespace Connectors.ChestnyZnak;

/// <summary>Time limits, repeats and rates, read and checked.</summary>
internal sealed record ZnakLimits
{
    public TimeSpan Read { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan Create { get; init; } = TimeSpan.FromMinutes(3);

    public TimeSpan Codes { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan SignIn { get; init; } = TimeSpan.FromSeconds(90);

    public int Repeats { get; init; } = 3;

    public TimeSpan RepeatPause { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan JobPatience { get; init; } = TimeSpan.FromMinutes(5);

    public int TrueApiPerSecond { get; init; } = 10;

    public int SuzPerSecond { get; init; } = 10;

    public TimeSpan CheckInterval { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan TokenLife { get; init; } = TimeSpan.FromHours(10);

    public TimeSpan TokenMargin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The limit of a request that names none.</summary>
    public TimeSpan Of(CallClass kind) => kind switch
    {
        CallClass.IrreversibleWrite => Create,
        CallClass.StateChangingRead => Codes,
        _ => Read,
    };

    public static ZnakLimits From(ZnakLimitSettings settings, SettingsProblems problems) => new()
    {
        Read = problems.Duration("limits.read", settings.Read, TimeSpan.FromSeconds(30)),
        Create = problems.Duration("limits.create", settings.Create, TimeSpan.FromMinutes(3)),
        Codes = problems.Duration("limits.codes", settings.Codes, TimeSpan.FromMinutes(2)),
        SignIn = problems.Duration("limits.signIn", settings.SignIn, TimeSpan.FromSeconds(90)),
        Repeats = (int)problems.Number("limits.repeats", settings.Repeats, 0, 10),
        RepeatPause = problems.Duration("limits.repeatPause", settings.RepeatPause, TimeSpan.FromSeconds(30)),
        JobPatience = problems.Duration("limits.jobPatience", settings.JobPatience, TimeSpan.FromMinutes(5)),
        TrueApiPerSecond = (int)problems.Number("limits.trueApiPerSecond", settings.TrueApiPerSecond, 1, 50),
        SuzPerSecond = (int)problems.Number("limits.suzPerSecond", settings.SuzPerSecond, 1, 100),
        CheckInterval = problems.Duration("limits.checkInterval", settings.CheckInterval, TimeSpan.FromSeconds(2)),
        TokenLife = problems.Duration("limits.tokenLife", settings.TokenLife, TimeSpan.FromHours(10)),
        TokenMargin = problems.Duration("limits.tokenMargin", settings.TokenMargin, TimeSpan.FromMinutes(15)),
    };
}
