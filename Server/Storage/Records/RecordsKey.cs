using System.Security.Cryptography;
using System.Text;
using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>The key that secret records are sealed with (AES-256-GCM): a file in the folder of secrets, made with the first secret. Servers on one database have the same file.</summary>
/// <param name="homeFolder">The home; the key is read, or made, when it is first needed.</param>
internal sealed class RecordsKey(string homeFolder)
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int MarkLength = 8;
    private const byte Form = 1;
    // A renaming that must not overwrite is two calls on some systems, so stores of one process take turns; another process does not get into this home.
    private static readonly Lock Making = new();
    private readonly Lock gate = new();
    private readonly string path = Path.GetFullPath(Path.Combine(homeFolder, "secrets", "records.key"));
    private byte[]? key;

    public byte[] Seal(string connectorId, string kind, string name, byte[] plain)
    {
        var known = Take(make: true);
        var sealedBytes = new byte[1 + MarkLength + NonceLength + TagLength + plain.Length];
        sealedBytes[0] = Form;
        MarkOf(known).CopyTo(sealedBytes.AsSpan(1));
        var nonce = sealedBytes.AsSpan(1 + MarkLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(known, TagLength);
        cipher.Encrypt(nonce, plain, sealedBytes.AsSpan(1 + MarkLength + NonceLength + TagLength), sealedBytes.AsSpan(1 + MarkLength + NonceLength, TagLength), Place(connectorId, kind, name));
        return sealedBytes;
    }

    /// <exception cref="ConnectorException">It was sealed with another key, or is damaged.</exception>
    public byte[] Open(string connectorId, string kind, string name, byte[] sealedBytes)
    {
        var known = Take(make: false);
        if (sealedBytes.Length < 1 + MarkLength + NonceLength + TagLength || sealedBytes[0] != Form) throw Damaged(connectorId, kind, null);
        if (!sealedBytes.AsSpan(1, MarkLength).SequenceEqual(MarkOf(known)))
        {
            throw Wrong("A secret record was sealed with another key than this server has.", "Секретная запись зашифрована другим ключом, не ключом этого сервера.", $"The record of the kind '{kind}' of the connector '{connectorId}' and the file '{path}' do not belong together. Copy that file from the server that wrote the record, or delete the record so that it is made anew.");
        }

        var plain = new byte[sealedBytes.Length - 1 - MarkLength - NonceLength - TagLength];
        try
        {
            using var cipher = new AesGcm(known, TagLength);
            cipher.Decrypt(sealedBytes.AsSpan(1 + MarkLength, NonceLength), sealedBytes.AsSpan(1 + MarkLength + NonceLength + TagLength), sealedBytes.AsSpan(1 + MarkLength + NonceLength, TagLength), plain, Place(connectorId, kind, name));
            return plain;
        }
        catch (AuthenticationTagMismatchException damage)
        {
            throw Damaged(connectorId, kind, damage);
        }
    }

    // Where a record belongs is sealed with it: its bytes mean nothing in the place of another.
    private static byte[] Place(string connectorId, string kind, string name) => Encoding.UTF8.GetBytes($"{connectorId}\0{kind}\0{name}");

    // Tells keys apart and gives nothing of them away.
    private static byte[] MarkOf(byte[] key) => HMACSHA256.HashData(key, "records"u8)[..MarkLength];

    private static ConnectorException Wrong(string message, string messageRu, string detail, Exception? cause = null) =>
        new(new ConnectorError(ConnectorErrorCode.Failed, message) { MessageRu = messageRu, Reason = "RECORDS_KEY", Detail = detail }, cause);

    private static ConnectorException Damaged(string connectorId, string kind, Exception? cause) => Wrong(
        "A secret record is damaged and cannot be read.", "Секретная запись повреждена, прочитать её нельзя.", $"It is of the kind '{kind}' of the connector '{connectorId}'. Delete it so that it is made anew.", cause);

    private byte[] Take(bool make)
    {
        lock (gate)
        {
            if (key is not null) return key;
            try
            {
                if (make) MakeOnce();
                var read = Convert.FromBase64String(File.ReadAllText(path).Trim());
                if (read.Length != KeyLength) throw new FormatException($"It holds {read.Length} bytes instead of {KeyLength}.");
                return key = read;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
            {
                throw Wrong("The key of secret records cannot be read.", "Не удаётся прочитать ключ секретных записей.", $"The file '{path}': {failure.Message} Put it back from a copy, or from another server on the same database.", failure);
            }
        }
    }

    private void MakeOnce()
    {
        lock (Making)
        {
            if (!File.Exists(path)) Make();
        }
    }

    // Written beside and then renamed: a server that is killed leaves a whole key or none.
    private void Make()
    {
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength))));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another store of this server was quicker; its key is as good.
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
