namespace Connectors.ChestnyZnak;

/// <summary>Has a sub-order closed at the station: a signed request that is never repeated, so it goes the way of exchange messages.</summary>
internal interface IOrderCloser
{
    /// <summary>Asks for the closing and notes in the sub-order that it was asked for, both or neither.</summary>
    /// <param name="order">The sub-order, already marked.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    Task AskAsync(SubOrder order, CancellationToken cancellationToken);
}
