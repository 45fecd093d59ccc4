using System.Globalization;

namespace Server.Storage;

/// <summary>Keeps a second process out of a home folder. The operating system frees the lock with the process that holds it, however that one ends.</summary>
internal sealed class HomeLock : IDisposable
{
    private const string LockName = "server.lock";
    // The holder's number is in a file of its own: the locked one cannot be read by others.
    private const string HolderName = "server.pid";
    private readonly FileStream held;
    private readonly string holder;

    private HomeLock(FileStream held, string holder)
    {
        this.held = held;
        this.holder = holder;
    }

    /// <summary>Takes the lock of a home folder.</summary>
    /// <exception cref="StorageException">Another process holds it; the message names that process.</exception>
    public static HomeLock Take(string homeFolder)
    {
        var path = Path.Combine(homeFolder, LockName);
        var holder = Path.Combine(homeFolder, HolderName);
        FileStream held;
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StorageException($"The home folder '{homeFolder}' cannot be written to: {denied.Message} Give the account of the server the right to write there.", denied);
        }
        catch (IOException taken)
        {
            throw new StorageException(
                $"The home folder '{homeFolder}' is in use by another server{ReadHolder(holder)}: {taken.Message} Stop that one, or give this one a home folder of its own.", taken);
        }

        File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new HomeLock(held, holder);
    }

    public void Dispose()
    {
        File.Delete(holder);
        held.Dispose();
    }

    private static string ReadHolder(string path)
    {
        try
        {
            return $" (process {File.ReadAllText(path).Trim()})";
        }
        catch (IOException)
        {
            // The message is right without the number too.
            return "";
        }
    }
}
