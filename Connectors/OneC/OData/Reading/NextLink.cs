namespace Connectors.OneC.OData;

/// <summary>Reads links to next pages. Their host is often one that only the web server of 1C knows, so only what stands behind the interface's path is taken.</summary>
internal static class NextLink
{
    /// <returns>Path and query below the interface.</returns>
    /// <exception cref="Cleverence.Connectivity.ConnectorException">The link leads elsewhere.</exception>
    public static string Below(string link, string root)
    {
        var at = link.IndexOf($"/{root}/", StringComparison.OrdinalIgnoreCase);
        var inside = at >= 0 ? link[(at + root.Length + 2)..] : link;
        var isRelative = at >= 0 || !(link.StartsWith('/') || link.Contains("://", StringComparison.Ordinal));
        var path = inside.Split('?', 2)[0];
        if (!isRelative || inside.Length == 0 || path.Contains("..", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal) || path.StartsWith('/'))
        {
            throw ODataErrors.Unreadable("its link to the next page leads out of the OData interface", "ссылка на следующую страницу ведёт за пределы OData", link.Length <= 1_000 ? link : link[..1_000]);
        }

        return inside;
    }
}
