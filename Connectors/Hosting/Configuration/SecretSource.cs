using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Connectors.Hosting;

/// <summary>Finds secrets by name: a file of the secrets folder, or the environment variable <c>CONNECTORS_SECRET_NAME</c>.</summary>
/// <param name="folder">The folder of secrets; null for the environment alone.</param>
public sealed class SecretSource(string? folder)
{
    internal const string VariablePrefix = "CONNECTORS_SECRET_";

    // A key of this process: what stands for a secret in a comparison must not help to guess it.
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Finds a secret.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="secret">The secret.</param>
    /// <returns>Whether it was found.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out string? secret)
    {
        secret = FromFile(name) ?? Environment.GetEnvironmentVariable(VariableOf(name));
        return secret is not null;
    }

    /// <summary>Stands for a secret where changes are noticed.</summary>
    internal string Mark(string secret) => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(secret)));

    /// <summary>Names the environment variable a secret may be in.</summary>
    /// <param name="name">The secret's name.</param>
    /// <returns>The variable.</returns>
    public static string VariableOf(string name) =>
        VariablePrefix + string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_'));

    /// <summary>Tells whether a name is a plain file name: nothing outside the folder can be read through it.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when it is.</returns>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 100 && name[0] != '.' && name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.');

    private string? FromFile(string name)
    {
        if (folder is null) return null;
        var path = Path.Combine(folder, name);
        try
        {
            return File.Exists(path) ? File.ReadAllText(path).TrimEnd('\r', '\n') : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // As good as missing: the entry is told which name was not found, and the next look may succeed.
            return null;
        }
    }
}
