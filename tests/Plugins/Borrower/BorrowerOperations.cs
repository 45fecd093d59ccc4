using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Borrower;

/// <summary>Operations belong to no connector, so there is no exchange to be lent.</summary>
public sealed class BorrowerOperations(IExchange exchange)
{
    [ServerOperation("Занять")]
    public string Borrow() => $"{exchange}";
}
