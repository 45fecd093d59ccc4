using Cleverence.Connectivity;
using Connectors.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>Keeps what is to be closed, with the sub-order's record, as one transaction would.</summary>
internal sealed class HeldClosings(IConnectorRecords records) : IOrderCloser
{
    public List<string> Asked { get; } = [];

    public async Task AskAsync(SubOrder order, CancellationToken cancellationToken)
    {
        await records.WriteAsync([SubOrders.Change(order) with { ExpectedVersion = order.Version }], cancellationToken);
        Asked.Add(order.Key);
    }
}
