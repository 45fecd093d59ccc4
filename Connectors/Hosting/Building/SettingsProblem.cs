namespace Connectors.Hosting;

/// <summary>Something wrong in a connector's settings: the path and what is wrong, never the value, which may be a secret.</summary>
internal sealed record SettingsProblem(string Path, string Wrong)
{
    public override string ToString() => $"{Path}: {Wrong}";
}
