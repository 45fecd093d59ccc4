namespace Connectors.Egais;

/// <summary>How often the registry is asked, and how long its answers are waited for. The registry publishes no limits: the defaults are what it is known to bear.</summary>
public sealed class EgaisQuerySettings
{
    /// <summary>The least time between two questions about the stock of one register.</summary>
    public string RestsInterval { get; set; } = "01:00:00";

    /// <summary>The least time between two questions about the marks of an F2.</summary>
    public string MarksInterval { get; set; } = "00:35:00";

    /// <summary>The least time between two questions about unanswered waybills.</summary>
    public string UnansweredInterval { get; set; } = "00:30:00";

    /// <summary>The least time between two identical other questions.</summary>
    public string OtherInterval { get; set; } = "00:01:00";

    /// <summary>How many other questions of one kind may be without an answer at a time.</summary>
    public int OtherInFlight { get; set; } = 5;

    /// <summary>How long an answer about stock, organisations and other things is waited for.</summary>
    public string AnswerTime { get; set; } = "00:30:00";

    /// <summary>How long the list of unanswered waybills is waited for.</summary>
    public string UnansweredAnswerTime { get; set; } = "00:10:00";

    /// <summary>How long the marks of an F2 are waited for.</summary>
    public string MarksAnswerTime { get; set; } = "12:00:00";

    /// <summary>How many lost waybills are asked for again in one run.</summary>
    public int ResendsPerRun { get; set; } = 10;

    /// <summary>How often the job asks for the list of unanswered waybills.</summary>
    public string UnansweredEvery { get; set; } = "23:59:00";

    /// <summary>When the long work on marks may ask, as <c>hh:mm-hh:mm</c> in the server's local time; empty for always.</summary>
    public string DailyWindow { get; set; } = "";

    /// <summary>Whether questions about classifiers are also sent with parameters that nobody has seen working.</summary>
    public bool AllowUnproven { get; set; }

    /// <summary>How long a run of the exchange goes on at most; a caller who waits less ends it sooner.</summary>
    public string RunTime { get; set; } = "00:01:00";

    /// <summary>After how long without a sign of life the run of another server is taken for dead.</summary>
    public string RunLease { get; set; } = "00:00:30";
}
