namespace Connectors.ChestnyZnak;

/// <summary>What is about to happen to the goods.</summary>
internal enum SaleOperation
{
    /// <summary>A sale.</summary>
    Sale,

    /// <summary>A customer brings them back.</summary>
    Return,
}
