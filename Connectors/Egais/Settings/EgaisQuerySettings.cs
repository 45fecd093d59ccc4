namespace Connectors.Egais;

/// <summary>How often the registry is asked, per organisation and kind of question, and how long an answer is waited for; all as <c>hh:mm:ss</c>.</summary>
public sealed class EgaisQuerySettings
{
    /// <summary>The time between two questions about rests of one kind.</summary>
    public string RestsInterval { get; set; } = "01:00:00";

    /// <summary>The time between any two questions about the marks of a batch.</summary>
    public string MarksInterval { get; set; } = "00:35:00";

    /// <summary>The time between two questions about unanswered waybills.</summary>
    public string UnansweredInterval { get; set; } = "00:30:00";

    /// <summary>The time between two other questions of one kind.</summary>
    public string OtherInterval { get; set; } = "00:01:00";

    /// <summary>How many other questions may wait for their answers at a time.</summary>
    public int OtherInFlight { get; set; } = 5;

    /// <summary>How long the answer about rests or organisations is waited for.</summary>
    public string AnswerWait { get; set; } = "00:30:00";

    /// <summary>How long the answer about unanswered waybills is waited for.</summary>
    public string UnansweredWait { get; set; } = "00:10:00";

    /// <summary>How long the answer about the marks of a batch is waited for.</summary>
    public string MarksWait { get; set; } = "12:00:00";

    /// <summary>How many waybills are asked for again in one run.</summary>
    public int ResendPerRun { get; set; } = 10;

    /// <summary>How often the job asks for the list of unanswered waybills.</summary>
    public string UnansweredEvery { get; set; } = "23:59:00";

    /// <summary>The first hour of the day at which the long work on marks runs; equal to <see cref="MarksToHour"/> for the whole day.</summary>
    public int MarksFromHour { get; set; }

    /// <summary>The hour at which the long work on marks ends.</summary>
    public int MarksToHour { get; set; }

    /// <summary>Whether <c>GET /api/mark/check</c> of the UTM is asked about marks. Off by default: few installations have the service.</summary>
    public bool MarkCheck { get; set; }

    /// <summary>Whether <c>QueryFilter</c> of the UTM is asked about marks. Off by default.</summary>
    public bool MarkFilter { get; set; }

    /// <summary>The limit of one check of marks.</summary>
    public string MarkCheckTimeout { get; set; } = "00:00:05";

    /// <summary>How often a check of a mark is tried.</summary>
    public int MarkCheckTries { get; set; } = 3;

    /// <summary>Words in a refusal of the registry that mean "too often": the question's gate moves by one interval. By default <c>частот</c> and <c>превышен</c>.</summary>
    public List<string> TooOftenWords { get; } = [];
}
