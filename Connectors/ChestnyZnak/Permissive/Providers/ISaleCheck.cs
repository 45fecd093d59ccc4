namespace Connectors.ChestnyZnak;

/// <summary>Somebody who can be asked whether codes may be sold. Thread-safe.</summary>
internal interface ISaleCheck
{
    /// <summary>Which provider it is.</summary>
    SaleProvider Provider { get; }

    /// <summary>Asks about codes.</summary>
    /// <param name="request">The codes and whose they are.</param>
    /// <param name="limit">How long it may take; the answer that comes later is of no use.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>What was answered; perhaps nothing, and then why. It throws for the cancellation only.</returns>
    ValueTask<SaleOutcome> CheckAsync(SaleRequest request, TimeSpan limit, CancellationToken cancellationToken);
}
