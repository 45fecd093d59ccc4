namespace Connectors.Egais;

/// <summary>What an act says of a waybill (<c>IsAccept</c>).</summary>
internal enum ActVerdict
{
    Accepted,
    Rejected,
    Differences,
}
