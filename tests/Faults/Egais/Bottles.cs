namespace Faults.Egais;

/// <summary>Three marked bottles on a warehouse.</summary>
/// <param name="F2">Their batch.</param>
/// <param name="F1">Where it came from.</param>
/// <param name="AlcCode">The product.</param>
/// <param name="Marks">Their marks.</param>
internal sealed record Bottles(string F2, string F1, string AlcCode, IReadOnlyList<string> Marks)
{
    public const int Count = 3;
}
