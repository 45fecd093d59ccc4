namespace Connectors.Exchange;

/// <summary>How the exchange engine works. The defaults suit Chestny ZNAK and EGAIS.</summary>
public sealed class ExchangeOptions
{
    /// <summary>The server's name in the protocol and in leases.</summary>
    public string NodeName { get; set; } = Environment.MachineName;

    /// <summary>How long a message stays with a server that no longer answers. 60 seconds; renewed while a call lasts.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many organisations a run serves at the same time. 4.</summary>
    public int Parallel { get; set; } = 4;

    /// <summary>After how many failures to reach the other system the rest of an organisation is left for the next run. 2.</summary>
    public int FailuresToStop { get; set; } = 2;

    /// <summary>The wait after a transmission that is proven not to have happened; doubled with each further one. 5 seconds.</summary>
    public TimeSpan FirstSendDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest such wait. 15 minutes.</summary>
    public TimeSpan MaxSendDelay { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The wait when the other system asks to come later. 60 seconds.</summary>
    public TimeSpan LaterDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>After how many transmissions in vain a message is parked, where its adapter gives up. 100, which is about a day.</summary>
    public int MaxAttempts { get; set; } = 100;

    /// <summary>How long a verdict that is in hand is tried to be written when the database fails; then the message is looked for at the other system. 60 seconds; 0 tries once.</summary>
    public TimeSpan VerdictLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The pause between two such tries. 2 seconds.</summary>
    public TimeSpan VerdictPause { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>After how long without a change a message is asked for only once in a run. 5 minutes.</summary>
    public TimeSpan UnchangedLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>After how long a message whose arrival cannot be found out is parked. 24 hours.</summary>
    public TimeSpan UncertainLimit { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long a call of a connector's adapter may last. 5 minutes.</summary>
    public TimeSpan AdapterLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an adapter whose call was cancelled may take to end; then it is left behind. 10 seconds.</summary>
    public TimeSpan AdapterGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long signatures may be brought back for a continue token. 24 hours.</summary>
    public TimeSpan ContinueLife { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How many items one result asks signatures for. 100.</summary>
    public int MaxSigningItems { get; set; } = 100;

    /// <summary>After how many bytes a slice of incoming items ends early, so that a box of large documents does not fill the memory. 16 MiB; one document larger than that still comes whole.</summary>
    public long IncomingSliceBytes { get; set; } = 16 << 20;

    /// <summary>How long an incoming item is left alone that could not be fetched twice although that may pass by itself. 5 minutes; it is never parked for that.</summary>
    public TimeSpan IncomingRetry { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>After how many failures, to fetch it or to handle it, an incoming item is parked. 5. A failure to fetch it that may pass by itself does not count.</summary>
    public int IncomingAttempts { get; set; } = 5;
}
