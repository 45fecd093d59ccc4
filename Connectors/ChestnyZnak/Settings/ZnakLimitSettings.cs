namespace Connectors.ChestnyZnak;

/// <summary>Time limits as <c>hh:mm:ss</c>, repeats and rates.</summary>
public sealed class ZnakLimitSettings
{
    /// <summary>The limit of connecting, TLS included.</summary>
    public string Connect { get; set; } = "00:00:10";

    /// <summary>The limit of a read.</summary>
    public string Read { get; set; } = "00:00:30";

    /// <summary>The limit of creating a document or an order; the sandbox was seen to take more than 100 s.</summary>
    public string Create { get; set; } = "00:03:00";

    /// <summary>The limit of fetching marking codes.</summary>
    public string Codes { get; set; } = "00:02:00";

    /// <summary>The limit of signing in, the signature included.</summary>
    public string SignIn { get; set; } = "00:01:30";

    /// <summary>How often a read is repeated after a fault of the other side.</summary>
    public int Repeats { get; set; } = 3;

    /// <summary>The pause before a repeat where the other side names none; it grows with each.</summary>
    public string RepeatPause { get; set; } = "00:00:30";

    /// <summary>How long a job goes on repeating one read. A call of a person repeats as long as the caller waits.</summary>
    public string JobPatience { get; set; } = "00:05:00";

    /// <summary>Requests to True API in a second for one participant; the other side allows 50.</summary>
    public int TrueApiPerSecond { get; set; } = 10;

    /// <summary>Requests to СУЗ in a second for one participant; over 100 the address is blocked for a time.</summary>
    public int SuzPerSecond { get; set; } = 10;

    /// <summary>The time between two checks of codes (<c>cises/check</c>).</summary>
    public string CheckInterval { get; set; } = "00:00:02";

    /// <summary>How long a token lives where it does not say so itself.</summary>
    public string TokenLife { get; set; } = "10:00:00";

    /// <summary>How long before its end a token is renewed.</summary>
    public string TokenMargin { get; set; } = "00:15:00";
}
