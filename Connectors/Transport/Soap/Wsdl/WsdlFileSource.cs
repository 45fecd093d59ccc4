namespace Connectors.Transport.Soap;

/// <summary>A WSDL in a file; documents it names are read from its own folder and the folders in that, from nowhere else.</summary>
public sealed class WsdlFileSource : IWsdlSource
{
    private readonly string folder;

    /// <summary>Makes the source.</summary>
    /// <param name="path">The path of the first document.</param>
    public WsdlFileSource(string path)
    {
        var whole = Path.GetFullPath(path);
        folder = Path.GetDirectoryName(whole)! is var name && Path.EndsInDirectorySeparator(name) ? name : name + Path.DirectorySeparatorChar;
        Root = new Uri(whole);
    }

    /// <inheritdoc/>
    public Uri Root { get; }

    /// <inheritdoc/>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsFile || address.IsUnc) return false;
        return Within(Path.GetFullPath(address.LocalPath)) && Within(Target(address.LocalPath));
    }

    /// <inheritdoc/>
    public ValueTask<WsdlFile> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        var path = address.LocalPath;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) throw new WsdlException(WsdlProblems.FileMissing(path));
            if (file.Length > XmlLimits.DocumentCharacters) throw new WsdlException(WsdlProblems.TooLarge(file.Name));
            return ValueTask.FromResult(new WsdlFile(File.ReadAllBytes(path), null));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WsdlException(WsdlProblems.FileUnreadable(path, failure.Message));
        }
    }

    // A link in the folder may lead out of it.
    private static string Target(string path) =>
        File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : Path.GetFullPath(path);

    private bool Within(string path) => path.StartsWith(folder, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
