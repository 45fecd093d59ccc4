namespace Connectors.ChestnyZnak;

/// <summary>The names of the remote services, as requests name them.</summary>
internal static class ZnakService
{
    public const string TrueApi = "TrueApi";
    public const string Suz = "Suz";
    public const string Cdn = "Cdn";
}
