namespace Connectors.Egais;

/// <summary>The generation of formats that is sent.</summary>
internal enum FormatVersion
{
    V3,
    V4,
}
