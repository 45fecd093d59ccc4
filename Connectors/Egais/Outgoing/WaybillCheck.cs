namespace Connectors.Egais;

/// <summary>Whether a waybill may be sent.</summary>
internal static class WaybillCheck
{
}
