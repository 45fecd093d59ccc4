using Microsoft.Extensions.Logging;

namespace Connectors.Exchange;

/// <summary>The private folder of one run of a signing command; disposing removes it.</summary>
internal sealed class WorkFolder(string path, ILogger log) : IDisposable
{
    public string FullPath => path;

    public string In => Path.Combine(path, "in.bin");

    public string Out => Path.Combine(path, "out.bin");

    public string Pin => Path.Combine(path, "pin.txt");

    public static async Task WriteAsync(string file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(file, options);
        await using (stream.ConfigureAwait(false)) await stream.WriteAsync(content, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The command has tidied up itself.
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            SigningLog.FolderStays(log, path, refused);
        }
    }
}
