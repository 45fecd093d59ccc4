namespace Connectors.Egais;

/// <summary>A registered position.</summary>
/// <param name="Identity">The position's identity in the waybill.</param>
/// <param name="F2RegId">Its new F2.</param>
internal sealed record RegisteredPosition(string Identity, string F2RegId)
{
    public DateOnly? BottlingDate { get; init; }
}
