using System.Text;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Lets a program of this machine sign: CryptoPro's <c>cryptcp</c>, OpenSSL, or whatever takes a file and gives one.</summary>
internal sealed class CommandMaker(SignerEntry entry, WorkFolders folders, Func<string, string?> findSecret, TimeProvider time) : ISignatureMaker
{
    public const int MaxOutput = 64 * 1024 * 1024;

    private readonly CommandSettings command = entry.Command!;

    public bool GivesCms => true;

    public async Task<byte[]?> MakeAsync(ReadOnlyMemory<byte> content, SignatureForm form, CancellationToken cancellationToken)
    {
        using var folder = folders.Make();
        var secrets = command.Environment.ToDictionary(pair => pair.Key, ValueOf, StringComparer.Ordinal);
        var pin = command.Pin?.Read(entry.Name, findSecret);
        if (pin is not null) await WorkFolder.WriteAsync(folder.Pin, Encoding.UTF8.GetBytes(pin), cancellationToken).ConfigureAwait(false);
        var byFile = CommandArguments.Names(command, form, CommandArguments.In);
        if (byFile) await WorkFolder.WriteAsync(folder.In, content, cancellationToken).ConfigureAwait(false);
        var run = new CommandRun(entry.Name, command.Program, [.. CommandArguments.Of(entry, form, folder)], secrets, folder.FullPath, time);
        var end = await run.RunAsync(byFile ? null : content, MaxOutput, cancellationToken).ConfigureAwait(false);

        // What a tool says may hold what it was given.
        var said = Masked(end, secrets.Where(pair => command.Environment[pair.Key].Secret is not null).Select(pair => pair.Value).Append(pin));
        if (end.Code != 0) throw SigningErrors.ExitCode(entry.Name, end.Code, said);
        var given = CommandArguments.Names(command, form, CommandArguments.Out) ? await FileAsync(folder.Out, cancellationToken).ConfigureAwait(false) : end.Output;
        return given is { Length: > 0 } ? given : throw SigningErrors.NoOutput(entry.Name, said);
    }

    private string ValueOf(KeyValuePair<string, SecretText> variable) =>
        variable.Value.Secret is null ? CommandArguments.Places(entry, variable.Value.Value!) : variable.Value.Read(entry.Name, findSecret);

    private async Task<byte[]?> FileAsync(string file, CancellationToken cancellationToken)
    {
        var found = new FileInfo(file);
        if (!found.Exists) return null;
        return found.Length > MaxOutput ? throw SigningErrors.TooLarge(entry.Name, MaxOutput) : await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
    }

    private static string Masked(CommandEnd end, IEnumerable<string?> secrets)
    {
        var text = end.Said;
        foreach (var secret in secrets)
        {
            if (!string.IsNullOrEmpty(secret)) text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        return text;
    }
}
