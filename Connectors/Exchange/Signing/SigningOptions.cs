namespace Connectors.Exchange;

/// <summary>Where the signers are configured and where they work.</summary>
public sealed class SigningOptions
{
    /// <summary>The file of signers; relative paths in it start from its folder. No such file means no signers.</summary>
    public string File { get; set; } = Path.Combine("config", "signers.json");

    /// <summary>Where the private folders of commands are made; null for the system's folder of temporary files.</summary>
    public string? WorkFolder { get; set; }

    /// <summary>Finds a secret by its name; null when there is none.</summary>
    public Func<string, string?> FindSecret { get; set; } = _ => null;

    /// <summary>How often the file is looked at where nobody tells of changes: 5 seconds.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the facts of a certificate file are kept: 10 minutes.</summary>
    public TimeSpan KeepFacts { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long before its end a certificate is warned about: 30 days.</summary>
    public TimeSpan WarnBefore { get; set; } = TimeSpan.FromDays(30);
}
