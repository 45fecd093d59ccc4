using Connectors.Transport;

namespace Connectors.Egais;

/// <summary>Time limits and sizes, read and checked.</summary>
internal sealed record EgaisLimits
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan OwnerCheck { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan VerifyWait { get; init; } = TimeSpan.FromMinutes(3);

    public TimeSpan ActedWait { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long one run of the exchange goes on.</summary>
    public TimeSpan RunTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The life of the lease that keeps two runs of one organisation apart; it is renewed while the run goes on.</summary>
    public TimeSpan RunLease { get; init; } = TimeSpan.FromSeconds(30);

    public long MaxDocumentBytes { get; init; } = 100L * 1024 * 1024;

    public int Batch { get; init; } = 200;

    public int ParallelReads { get; init; } = 3;

    public int Backlog { get; init; } = 1000;

    public int SearchReads { get; init; } = 300;

    public TimeSpan OrphanLife { get; init; } = TimeSpan.FromDays(30);

    public TimeSpan OrphanRetry { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan PairWarning { get; init; } = TimeSpan.FromHours(24);

    public TimeSpan CertificateWarning { get; init; } = TimeSpan.FromDays(14);

    public TimeSpan ChequeWarning { get; init; } = TimeSpan.FromDays(3);

    public TimeSpan RepealWarning { get; init; } = TimeSpan.FromDays(30);

    public static EgaisLimits From(EgaisLimitSettings settings, SettingsProblems problems) => new()
    {
        Connect = problems.Duration("limits.connect", settings.Connect, TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(1)),
        OwnerCheck = problems.Duration("limits.ownerCheck", settings.OwnerCheck, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10)),
        VerifyWait = problems.Duration("limits.verifyWait", settings.VerifyWait, TimeSpan.FromMinutes(3)),
        ActedWait = problems.Duration("limits.actedWait", settings.ActedWait, TimeSpan.FromHours(1)),
        Lease = problems.Duration("limits.lease", settings.Lease, TimeSpan.FromMinutes(10)),
        RunTime = problems.Duration("limits.runTime", settings.RunTime, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4)),
        RunLease = problems.Duration("limits.runLease", settings.RunLease, TimeSpan.FromSeconds(30)),
        MaxDocumentBytes = problems.Number("limits.maxDocumentBytes", settings.MaxDocumentBytes, 64 * 1024, 1024L * 1024 * 1024),
        Batch = (int)problems.Number("limits.batch", settings.Batch, 1, 10_000),
        ParallelReads = (int)problems.Number("limits.parallelReads", settings.ParallelReads, 1, 3),
        Backlog = (int)problems.Number("limits.backlog", settings.Backlog, 10, 1_000_000),
        SearchReads = (int)problems.Number("limits.searchReads", settings.SearchReads, 1, 100_000),
        OrphanLife = Days(problems, "limits.orphanDays", settings.OrphanDays),
        OrphanRetry = problems.Duration("limits.orphanRetry", settings.OrphanRetry, TimeSpan.FromHours(1)),
        PairWarning = TimeSpan.FromHours(problems.Number("limits.pairWarningHours", settings.PairWarningHours, 1, 24 * 90)),
        CertificateWarning = Days(problems, "limits.certificateDays", settings.CertificateDays),
        ChequeWarning = Days(problems, "limits.chequeDays", settings.ChequeDays),
        RepealWarning = Days(problems, "limits.repealDays", settings.RepealDays),
    };

    internal static TimeSpan Days(SettingsProblems problems, string field, int days) => TimeSpan.FromDays(problems.Number(field, days, 1, 3650));
}
