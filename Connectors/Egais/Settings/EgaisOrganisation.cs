namespace Connectors.Egais;

/// <summary>One place of business and its UTM, read and checked.</summary>
/// <param name="FsrarId">Its FSRAR id.</param>
/// <param name="Host">The UTM's host.</param>
/// <param name="Port">The UTM's port.</param>
internal sealed record EgaisOrganisation(string FsrarId, string Host, int Port)
{
    public ExchangeMode Mode { get; init; } = ExchangeMode.Server;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public bool LoadIncoming { get; init; } = true;

    public FormatVersion Format { get; init; } = FormatVersion.V4;

    /// <summary>Nobody else reads this UTM: documents may be removed from it.</summary>
    public bool Exclusive { get; init; }

    /// <summary>How often a client's workplace exchanges; null for never by schedule.</summary>
    public TimeSpan? Schedule { get; init; }

    public bool Enabled { get; init; } = true;
}
