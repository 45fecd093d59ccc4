using System.Security.Cryptography;
using System.Text.Json;

namespace Benchmarks.Exchange;

/// <summary>A report of thirty codes, as a warehouse sends them.</summary>
internal sealed record AcceptedMessage(string Id, string Document, string Organisation, byte[] Payload, string Hash)
{
    private const int Codes = 30;
    private const int Organisations = 16;

    public static AcceptedMessage Make(int number)
    {
        var codes = Enumerable.Range(0, Codes).Select(code => $"010460717796408921{number:x6}{code:D3}abcD\u001d93{(number * 31 + code) % 10_000:D4}");
        var payload = JsonSerializer.SerializeToUtf8Bytes(new { productGroup = "milk", utilisationType = "UTILISATION", sntins = codes });
        return new AcceptedMessage(Guid.CreateVersion7().ToString(), $"doc-{number}", $"77{number % Organisations:D8}", payload, Convert.ToBase64String(SHA256.HashData(payload)));
    }
}
