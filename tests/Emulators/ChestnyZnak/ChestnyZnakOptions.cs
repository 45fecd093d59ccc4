namespace Emulators.ChestnyZnak;

/// <summary>How the emulated system behaves. May be changed while it runs: the next request sees it.</summary>
public sealed class ChestnyZnakOptions
{
    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where everything accepted and handed out is written before the answer; null keeps it in memory only.</summary>
    public string? StateFile { get; init; }

    /// <summary>The clock of tokens, processing and rate limits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A certificate (PEM) with which real GOST signatures are verified by the openssl program; null accepts those of the test signer only.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The file of <c>OPENSSL_CONF</c> that loads the GOST engine; null takes it from the environment.</summary>
    public string? OpenSslConfiguration { get; init; }

    /// <summary>How long a token lives.</summary>
    public TimeSpan TokenLife { get; set; } = TimeSpan.FromHours(10);

    /// <summary>How long an unused pair of auth/key is remembered.</summary>
    public TimeSpan AuthKeyLife { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Refuse a UUID in capitals in a query string, as the server has been seen to do.</summary>
    public bool RefuseUpperCaseUuid { get; set; } = true;

    /// <summary>Refuse a request without a fitting <c>Accept</c> with 406.</summary>
    public bool RequireAccept { get; set; } = true;

    /// <summary>Keep to the published rate limits and answer 429 above them.</summary>
    public bool LimitRates { get; set; }

    /// <summary>The answer to a right path under the wrong version: 404, 410 or 401.</summary>
    public int WrongVersionStatus { get; set; } = 404;

    /// <summary>Time from accepting a document to its verdict.</summary>
    public TimeSpan DocumentDelay { get; set; }

    /// <summary>Time in which an accepted document cannot be found yet.</summary>
    public TimeSpan DocumentVisibility { get; set; }

    /// <summary>Time from a signed order to its codes.</summary>
    public TimeSpan OrderDelay { get; set; }

    /// <summary>Time from a signed report to its verdict.</summary>
    public TimeSpan ReportDelay { get; set; }

    /// <summary>When the system closes an order by itself.</summary>
    public AutoClose AutoClose { get; set; }

    /// <summary>The wait of <see cref="ChestnyZnak.AutoClose.Later"/>.</summary>
    public TimeSpan AutoCloseAfter { get; set; } = TimeSpan.FromHours(48);

    /// <summary>Codes shown as lying in the local buffer at most; the rest are in pools.</summary>
    public int LocalBuffer { get; set; } = int.MaxValue;

    /// <summary><c>blockDateTime</c> comes in seconds, not milliseconds.</summary>
    public bool BlockTimesInSeconds { get; set; }

    /// <summary>Items of <c>globalErrors</c> come as plain strings.</summary>
    public bool GlobalErrorsAsText { get; set; }

    /// <summary>Numbers such as <c>expiredDate</c> come as strings.</summary>
    public bool NumbersAsText { get; set; } = true;

    /// <summary>Leaves of aggregates come as <c>{}</c> instead of <c>[]</c>.</summary>
    public bool AggregateLeavesAsObjects { get; set; }

    /// <summary>The document's id comes in quotes.</summary>
    public bool DocumentIdInQuotes { get; set; }

    /// <summary>doc/info answers with a bare object instead of an array of one.</summary>
    public bool DocumentInfoAsObject { get; set; }

    /// <summary>The answer of an accepted document: 200 or 201.</summary>
    public int CreatedStatus { get; set; } = 200;

    /// <summary>The permissive-mode keys that are always accepted.</summary>
    public ISet<string> ApiKeys { get; } = new HashSet<string>(StringComparer.Ordinal) { "11111111-2222-3333-4444-555555555555" };

    /// <summary>Hosts of the permissive mode.</summary>
    public IList<CdnHost> CdnHosts { get; } = [new CdnHost { Name = "cdn01", AverageMilliseconds = 20 }, new CdnHost { Name = "cdn02", AverageMilliseconds = 40 }];

    /// <summary>The local module.</summary>
    public LocalModule LocalModule { get; } = new();

    /// <summary>The vendor's certified local service.</summary>
    public PiotService Piot { get; } = new();

    /// <summary>How long a fault that hangs holds its request before it lets the connection go.</summary>
    public TimeSpan HangTime { get; set; } = TimeSpan.FromMinutes(10);
}
