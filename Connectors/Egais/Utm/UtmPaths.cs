namespace Connectors.Egais;

/// <summary>The pages of a UTM beside its boxes.</summary>
internal static class UtmPaths
{
    public const string Info = "/api/info/list";

    public const string Diagnosis = "/diagnosis";

    public const string Version = "/info/version";

    public const string Home = "/home";
}
