using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

[TestClass]
public sealed class MemoryExchangeStoreTests : ExchangeStoreContract
{
    protected override IExchangeStore Store { get; } = new MemoryExchangeStore();
}
