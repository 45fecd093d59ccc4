namespace Connectors.OneC;

/// <summary>Where the five file methods stand: in our own service, or in the standard one.</summary>
/// <param name="Path">The path they are below, unescaped.</param>
/// <param name="OwnSessions">Whether that service reuses sessions by itself.</param>
internal sealed record OneCFileRoot(string Path, bool OwnSessions)
{
    public static OneCFileRoot Own(string root, string version) => new($"{root}/{version}", false);

    public static OneCFileRoot Standard(string root, string version) => new($"hs/{root}/{version}", true);
}
