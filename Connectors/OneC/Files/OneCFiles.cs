using System.Globalization;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>Sends and fetches files in parts numbered from 1. A part may be sent again, so a lost one costs no more than itself; what is given up is released.</summary>
internal sealed class OneCFiles(OneCTransport transport)
{
    // Empty parts add nothing to the sum of bytes, but each is a request.
    private const int MaxParts = 100_000;
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(10);

    /// <summary>Sends a file and hands back its id in the base.</summary>
    public async Task<string> SendAsync(OneCFileRoot root, OneCCall call, byte[] content, CancellationToken cancellationToken)
    {
        var session = Guid.NewGuid().ToString();
        try
        {
            var size = transport.Options.PartSizeKb * 1024;
            var parts = Math.Max(1, (content.Length + size - 1) / size);
            for (var number = 1; number <= parts; number++)
            {
                var from = (number - 1) * size;
                await PutPartAsync(root, call, session, number, content.AsMemory(from, Math.Min(size, content.Length - from)), cancellationToken).ConfigureAwait(false);
                call.Args.Feedback.ReportProgress(Percent(number, parts), $"Отправлено частей: {number} из {parts}");
            }

            return await AssembleAsync(root, call, session, parts, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await ReleaseQuietlyAsync(root, call, session).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Fetches a file by its id.</summary>
    public async Task<byte[]> FetchAsync(OneCFileRoot root, OneCCall call, string file, CancellationToken cancellationToken)
    {
        var (session, parts) = await PrepareAsync(root, call, file, transport.Options.PartSizeKb, cancellationToken).ConfigureAwait(false);
        var limit = transport.Options.Http.MaxStreamBytes;
        try
        {
            if (parts > MaxParts) throw OneCZip.TooLarge(limit);
            using var content = new MemoryStream();
            for (var number = 1; number <= parts; number++)
            {
                var part = await GetPartAsync(root, call, session, number, cancellationToken).ConfigureAwait(false);
                if (content.Length + part.Length > limit) throw OneCZip.TooLarge(limit);
                content.Write(part);
                call.Args.Feedback.ReportProgress(Percent(number, parts), $"Получено частей: {number} из {parts}");
            }

            return content.ToArray();
        }
        finally
        {
            await ReleaseQuietlyAsync(root, call, session).ConfigureAwait(false);
        }
    }

    public async Task PutPartAsync(OneCFileRoot root, OneCCall call, string session, int number, ReadOnlyMemory<byte> part, CancellationToken cancellationToken)
    {
        var request = Make("POST", root, call, "PutFilePart", MethodSafety.Keyed, ("SessionID", session), ("PartNumber", Text(number)));
        await transport.SendAsync(request with { Body = TransportBody.Bytes(part), Timeout = transport.Options.PartTimeout }, cancellationToken).ConfigureAwait(false);
    }

    public async Task<string> AssembleAsync(OneCFileRoot root, OneCCall call, string session, int parts, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(Make("POST", root, call, "SaveFileFromParts", MethodSafety.Unsafe, ("SessionID", session), ("PartCount", Text(parts))), cancellationToken).ConfigureAwait(false);
        return Field(answer, "FileID");
    }

    public async Task<(string Session, int Parts)> PrepareAsync(OneCFileRoot root, OneCCall call, string file, int blockKb, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(Make("POST", root, call, "PrepareGetFile", MethodSafety.Safe, ("FileID", file), ("BlockSize", Text(blockKb))), cancellationToken).ConfigureAwait(false);
        var count = Field(answer, "PartCount");
        return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var parts) ? (Field(answer, "SessionID"), parts) : throw OneCJson.Strange(answer, "PartCount is no number", "PartCount не число");
    }

    public async Task<byte[]> GetPartAsync(OneCFileRoot root, OneCCall call, string session, int number, CancellationToken cancellationToken)
    {
        var request = Make("GET", root, call, "GetFilePart", MethodSafety.Safe, ("SessionID", session), ("PartNumber", Text(number)));
        return (await transport.SendAsync(request with { Timeout = transport.Options.PartTimeout, IsBinary = true }, cancellationToken).ConfigureAwait(false)).Body;
    }

    private async Task ReleaseQuietlyAsync(OneCFileRoot root, OneCCall call, string session)
    {
        try
        {
            var request = Make("DELETE", root, call, "ReleaseFile", MethodSafety.Unsafe, ("SessionID", session)) with { Timeout = ReleaseLimit };
            await transport.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ConnectorException)
        {
            // The outcome of the transfer stands; 1C removes forgotten parts by itself.
        }
    }

    private static OneCRequest Make(string verb, OneCFileRoot root, OneCCall call, string name, MethodSafety safety, params (string Name, string Value)[] query) =>
        new(verb, OneCAddress.WithQuery(OneCAddress.Below(root.Path, name), query.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value))))
        {
            Safety = safety,
            Call = call,
            OwnSessions = root.OwnSessions,
        };

    private static string Field(OneCAnswer answer, string name) =>
        OneCJson.Read(answer) is JObject fields && fields.GetValue(name, StringComparison.OrdinalIgnoreCase) is JValue { Value: not null } found
            ? found.ToString(CultureInfo.InvariantCulture)
            : throw OneCJson.Strange(answer, $"it has no {name}", $"в нём нет {name}");

    private static int Percent(int number, int parts) => (int)(100L * number / parts);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
