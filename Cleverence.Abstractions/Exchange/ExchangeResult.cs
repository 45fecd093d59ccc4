namespace Cleverence.Connectivity.Exchange;

/// <summary>What a run of the engine came to.</summary>
public sealed record ExchangeResult
{
    /// <summary>What changed.</summary>
    public IReadOnlyList<ExchangeChange> Changes { get; init; } = [];

    /// <summary>What people must sign, session keys first.</summary>
    public IReadOnlyList<SigningItem> SigningRequired { get; init; } = [];

    /// <summary>Messages that need no signature but wait behind one, to keep the order.</summary>
    public IReadOnlyList<string> HeldMessages { get; init; } = [];

    /// <summary>Hands the signatures back to <see cref="IExchange.ContinueAsync"/>; single use, 24 hours; null when nothing is to be signed.</summary>
    public string? ContinueToken { get; init; }

    /// <summary>When it is worth running again; null when nothing is open.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>What happened for each organisation.</summary>
    public IReadOnlyList<OrganisationReport> Organisations { get; init; } = [];

    /// <summary>Nothing succeeded and something failed: a job must not end well then.</summary>
    public bool NothingWorked => Organisations.Count > 0 && Organisations.All(report => report.Succeeded == 0) && Organisations.Any(report => report.Failed > 0);
}
