using Connectors.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Permissive;

/// <summary>A provider that does what a test tells it.</summary>
internal sealed class ScriptedCheck(SaleProvider provider, Func<SaleRequest, TimeSpan, CancellationToken, ValueTask<SaleOutcome>> act) : ISaleCheck
{
    public SaleProvider Provider => provider;

    public List<TimeSpan> Limits { get; } = [];

    public ValueTask<SaleOutcome> CheckAsync(SaleRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        Limits.Add(limit);
        return act(request, limit, cancellationToken);
    }
}
