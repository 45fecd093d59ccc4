namespace Connectors.Egais;

/// <summary>Time limits as <c>hh:mm:ss</c> or in days, and sizes.</summary>
public sealed class EgaisLimitSettings
{
    /// <summary>The limit of connecting to a UTM.</summary>
    public string Connect { get; set; } = "00:00:03";

    /// <summary>How long the answer "this UTM belongs to this organisation" is believed.</summary>
    public string OwnerCheck { get; set; } = "00:10:00";

    /// <summary>How long after a lost answer a message may be called absent at the earliest.</summary>
    public string VerifyWait { get; set; } = "00:03:00";

    /// <summary>How long "such an act is registered already" about something that was sent before waits for the earlier ticket, before it counts as an error.</summary>
    public string ActedWait { get; set; } = "01:00:00";

    /// <summary>How long a workplace may keep a message that was handed out to it.</summary>
    public string Lease { get; set; } = "00:10:00";

    /// <summary>How long a run of the exchange goes on at most; a caller who waits less ends it sooner.</summary>
    public string RunTime { get; set; } = "00:01:00";

    /// <summary>After how long without a sign of life the run of another server is taken for dead.</summary>
    public string RunLease { get; set; } = "00:00:30";

    /// <summary>The largest document taken from a UTM, in bytes.</summary>
    public long MaxDocumentBytes { get; set; } = 100L * 1024 * 1024;

    /// <summary>How many documents are taken in one slice of a box.</summary>
    public int Batch { get; set; } = 200;

    /// <summary>How many documents of one UTM are read side by side.</summary>
    public int ParallelReads { get; set; } = 3;

    /// <summary>From how many entries in a box on a backlog is reported.</summary>
    public int Backlog { get; set; } = 1000;

    /// <summary>How many documents the search for a lost answer reads at most; more than that leave the question open.</summary>
    public int SearchReads { get; set; } = 300;

    /// <summary>Days that a ticket of an unknown request is kept.</summary>
    public int OrphanDays { get; set; } = 30;

    /// <summary>How often a document that has waited in the box for more than a day, mostly somebody else's, is read again; newer ones are in every run.</summary>
    public string OrphanRetry { get; set; } = "01:00:00";

    /// <summary>Hours that half of a waybill waits before a warning.</summary>
    public int PairWarningHours { get; set; } = 24;

    /// <summary>Days before a certificate's end from which it is reported.</summary>
    public int CertificateDays { get; set; } = 14;

    /// <summary>Days that cheques may stand unsent before it is reported.</summary>
    public int ChequeDays { get; set; } = 3;

    /// <summary>Days that a repeal may stay unanswered before it is reported.</summary>
    public int RepealDays { get; set; } = 30;
}
