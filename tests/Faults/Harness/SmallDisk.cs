namespace Faults.Harness;

/// <summary>Fills a small file system to the last byte and frees it again.</summary>
internal static class SmallDisk
{
    private const string Filler = "filler";

    public static Task FillAsync(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, Filler), FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var bytes = new byte[4096];
        try
        {
            while (file.Length < 1L << 30) file.Write(bytes);
        }
        catch (IOException)
        {
            return Task.CompletedTask;
        }

        throw new NotTriedException($"'{folder}' is not on a small disk: a gigabyte went in");
    }

    public static Task FreeAsync(string folder)
    {
        File.Delete(Path.Combine(folder, Filler));
        return Task.CompletedTask;
    }
}
