namespace ServerJobs;

/// <summary>The file on disk: read whole, and replaced so that at any moment either the old text or the new one is there.</summary>
/// <param name="path">The file.</param>
internal sealed class JobsFileText(string path)
{
    /// <summary>Between the new file and its taking the old one's place; for tests that end the process there.</summary>
    internal Action BeforeRename { get; set; } = static () => { };

    /// <summary>The file itself, where the path is a link: renaming onto a link would cut it off from its target.</summary>
    private string Target => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    public byte[] Read()
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Writes the new text beside the file, makes sure that it is on the disk, and renames it over the old one.</summary>
    /// <returns>False when the file is no longer what it was; nothing is changed then.</returns>
    public bool Replace(ReadOnlySpan<byte> old, byte[] text)
    {
        var target = Target;

        // A rename asks for rights on the folder only; a person who made the file read-only meant the file.
        if (File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly)) throw new UnauthorizedAccessException("The file is read-only.");

        // Always the same name: what a killed process left there is written over by the next change.
        var next = target + ".new";
        File.Delete(next);
        using (var stream = new FileStream(next, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
            stream.Write(text);
            stream.Flush(flushToDisk: true);
        }

        BeforeRename();
        if (!Read().AsSpan().SequenceEqual(old))
        {
            File.Delete(next);
            return false;
        }

        File.Move(next, target, overwrite: true);
        return true;
    }
}
