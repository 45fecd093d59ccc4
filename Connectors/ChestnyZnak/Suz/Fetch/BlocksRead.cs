namespace Connectors.ChestnyZnak;

/// <summary>What comparing the station's portions with ours came to.</summary>
/// <param name="Order">The sub-order.</param>
/// <param name="Stored">Portions that were missing here and are stored now.</param>
/// <param name="Listed">How many codes the station's portions hold together.</param>
internal sealed record BlocksRead(SubOrder Order, int Stored, long Listed);
