namespace Connectors.Egais;

/// <summary>How often the exchange looks, as <c>hh:mm:ss</c>, and what housekeeping removes from a UTM of its own.</summary>
public sealed class EgaisRhythmSettings
{
    /// <summary>The time between two exchanges; at least 20 s.</summary>
    public string Exchange { get; set; } = "00:01:00";

    /// <summary>The time between two exchanges when something was just sent.</summary>
    public string AfterSending { get; set; } = "00:00:15";

    /// <summary>How long the exchange looks more often after something was sent.</summary>
    public string AfterSendingFor { get; set; } = "00:05:00";

    /// <summary>The longest time between two exchanges with a UTM that does not answer.</summary>
    public string Offline { get; set; } = "00:05:00";

    /// <summary>Whether a job runs the exchange, so that what is prepared waits for it and people are not told to run it themselves.</summary>
    public bool ByJob { get; set; }

    /// <summary>Whether housekeeping removes what nobody waits for from the boxes of exclusive UTM, after it was archived.</summary>
    public bool Housekeeping { get; set; }

    /// <summary>Days after which housekeeping removes tickets of unknown requests.</summary>
    public int TicketDays { get; set; } = 45;

    /// <summary>Days after which housekeeping removes answers that are not ours.</summary>
    public int ReplyDays { get; set; } = 2;

    /// <summary>Days after which housekeeping removes histories of unknown waybills.</summary>
    public int HistoryDays { get; set; } = 30;
}
