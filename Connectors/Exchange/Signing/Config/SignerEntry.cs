namespace Connectors.Exchange;

/// <summary>A signer of the file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it signs.</param>
/// <param name="Text">The entry as written, to tell whether it changed.</param>
internal sealed record SignerEntry(string Name, SignerKind Kind, string Text)
{
    /// <summary>The folder of the file: what <c>{config}</c> stands for.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The certificate's thumbprint: 40 capital hexadecimal digits; null when it is not given.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The certificate's file; null when it is not given.</summary>
    public string? Certificate { get; init; }

    /// <summary>How long a signature may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(30);

    public CommandSettings? Command { get; init; }

    public RemoteSettings? Remote { get; init; }

    /// <summary>Why it cannot be used; null when it can.</summary>
    public SignerProblem? Fault { get; init; }
}
