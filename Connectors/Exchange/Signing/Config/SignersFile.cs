using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Connectors.Exchange;

/// <summary>The file of signers, read live: a watcher for speed, a slow poll for folders whose changes are not announced.</summary>
internal sealed class SignersFile(SigningOptions options, TimeProvider time, ILogger<SignersFile> log) : IDisposable
{
    private readonly Lock gate = new();
    private readonly string path = Path.GetFullPath(options.File);
    private byte[]? lastRead;
    private volatile SignersConfig current = SignersConfig.Empty;
    private volatile SignersConfigException? trouble;
    private PhysicalFileProvider? provider;
    private IDisposable? watch;
    private ITimer? poll;
    private bool disposed;

    /// <summary>The last good snapshot.</summary>
    public SignersConfig Current => current;

    /// <summary>Why the file on disk is not the one in force; null while it is.</summary>
    public SignersConfigException? Trouble => trouble;

    private SignersReader Reader => new($"config/{Path.GetFileName(path)}", Path.GetDirectoryName(path)!, options.FindSecret);

    /// <summary>Reads the file for the first time.</summary>
    /// <exception cref="SignersConfigException">It is there and cannot be read.</exception>
    public void Open()
    {
        lock (gate) Take(ReadBytes());
    }

    /// <summary>Follows the file from here on.</summary>
    public void Follow()
    {
        try
        {
            provider = new PhysicalFileProvider(Path.GetDirectoryName(path)!, ExclusionFilters.None);
            watch = ChangeToken.OnChange(() => provider.Watch(Path.GetFileName(path)), Reload);
        }
        catch (Exception refused) when (refused is IOException or ArgumentException)
        {
            // Linux gives a user a limited number of watches, and the folder may come later; the poll alone is slower but right.
            SigningLog.NotWatched(log, path, options.PollInterval, refused);
        }

        poll = time.CreateTimer(_ => Reload(), null, options.PollInterval, options.PollInterval);
    }

    /// <summary>Reads the file again; keeps the last good snapshot when it is wrong as a whole.</summary>
    public void Reload()
    {
        lock (gate)
        {
            if (disposed) return;
            try
            {
                var bytes = ReadBytes();
                if (trouble is null && Same(bytes, lastRead) && !ProblemsChanged(bytes)) return;
                Take(bytes);
                trouble = null;
            }
            catch (SignersConfigException wrong)
            {
                if (trouble?.Message != wrong.Message) SigningLog.FileKept(log, wrong.Message);
                trouble = wrong;
            }
        }
    }

    public void Dispose()
    {
        watch?.Dispose();
        provider?.Dispose();
        poll?.Dispose();
        lock (gate) disposed = true;
    }

    private static bool Same(byte[]? left, byte[]? right) => left is null ? right is null : right is not null && left.AsSpan().SequenceEqual(right);

    // A certificate or a secret that was missing may have been put in place; the text of the file does not tell.
    private bool ProblemsChanged(byte[]? bytes) => bytes is not null && current.Problems.Count > 0 && !Reader.Read(bytes).Problems.SequenceEqual(current.Problems);

    private void Take(byte[]? bytes)
    {
        var read = bytes is null ? SignersConfig.Empty : Reader.Read(bytes);
        (lastRead, current) = (bytes, read);
        if (bytes is not null) SigningLog.SignersRead(log, path, read.Signers.Count, read.Problems.Count);
        foreach (var problem in read.Problems)
        {
            if (problem.IsWarning) SigningLog.EntryDoubtful(log, problem.ToString());
            else SigningLog.EntryWrong(log, problem.ToString());
        }

        foreach (var fake in read.Signers.Where(entry => entry.Kind == SignerKind.Test)) SigningLog.FakeSigner(log, fake.Name);
    }

    private byte[]? ReadBytes()
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Reader.Unreadable(unreadable.Message, unreadable.Message, unreadable);
        }
    }
}
