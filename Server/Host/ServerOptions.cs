using System.ComponentModel.DataAnnotations;

namespace Server;

/// <summary>The section <c>Server</c> of <c>appsettings.json</c>.</summary>
internal sealed class ServerOptions
{
    public const string Section = "Server";
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>The largest body taken, in bytes: 10 MB.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public long MaxBodyBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>The calls a second of one key on one device, twice as many at once: 500; 0 for no limit.</summary>
    [Range(0, 10_000_000)]
    public int CallsPerSecond { get; set; } = 500;

    /// <summary>How long a server operation waits for its lock: 20 s, below a call's own limit of 30 s, so that the caller learns who holds it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan OperationWait { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The limit of a call in the background, in place of its connector's: 1 hour. A method that declares a limit of its own keeps it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan BackgroundLimit { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long ended runs of jobs are kept: 30 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan KeepRuns { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many ended runs of each job are kept: 1000.</summary>
    [Range(1, 1_000_000)]
    public int KeepRunsPerJob { get; set; } = 1000;

    /// <summary>How long ended messages of the exchange, and what was sent and received with them, are kept: 1095 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepExchange { get; set; } = TimeSpan.FromDays(1095);

    /// <summary>How long a message that is being sent stays with a server that no longer answers, before its fate is looked for: 60 s, renewed while a call lasts.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ExchangeLease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an incoming item waits that could not be fetched twice for a reason that may pass: 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ExchangeIncomingRetry { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long finished documents are kept where the operation DeleteFinishedDocuments is called without a number of days: 30 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepFinishedDocuments { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long documents that nobody changes are kept where the operation DeleteOldDocuments is called without a number of days: 90 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepDocuments { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How often the handler of an event that failed for a time is called again at most: 5.</summary>
    [Range(0, 1000)]
    public int EventRetries { get; set; } = 5;

    /// <summary>The pause before the first of these calls, doubled with each, at most 5 minutes: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan EventRetryPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The server's name among those that share a database, and in the runs it made: the name of the machine.</summary>
    [Required]
    public string NodeName { get; set; } = Environment.MachineName;

    /// <summary>How long the other servers on the same database wait for a word of this one before they take its jobs over: 3 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan NodeLease { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>A folder of plugins besides those of the server and of its home.</summary>
    public string? Plugins { get; set; }

    /// <summary>Where the demonstration system listens; it is started in Development only.</summary>
    public Uri DemoErp { get; set; } = new("http://127.0.0.1:5999");

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="StartException">A value is wrong; all are named.</exception>
    public static ServerOptions Read(IConfiguration configuration)
    {
        var options = new ServerOptions();
        var problems = new List<ValidationResult>();
        try
        {
            configuration.GetSection(Section).Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            throw new StartException($"appsettings.json, section {Section}: {unreadable.Message}");
        }

        return Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true)
            ? options
            : throw new StartException($"appsettings.json, section {Section}: {string.Join(" ", problems.Select(problem => problem.ErrorMessage))}");
    }
}
