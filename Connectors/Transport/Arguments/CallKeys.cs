using System.Security.Cryptography;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Transport.Arguments;

/// <summary>The id under which an outside system recognises a repeat of a call.</summary>
/// <remarks>
/// A request id is unique for its caller only: two handhelds may count from 1. The server keeps them apart by key and device,
/// and the outside system sees one caller, us. So the id sent is a UUID (version 8, RFC 9562) of all that makes the call this one.
/// </remarks>
public static class CallKeys
{
    /// <summary>The id of a call.</summary>
    /// <param name="args">The call.</param>
    /// <param name="method">The method it calls, under whichever of its names.</param>
    /// <returns>The id; null for a call without a request id.</returns>
    public static string? Of(InvokeArgs args, ConnectorMethodInfo method)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(method);
        if (args.RequestId is not { } id) return null;
        var text = new StringBuilder();
        foreach (var part in (ReadOnlySpan<string?>)[args.Caller.ApiKeyId, args.Caller.DeviceId, args.Caller.Source, args.ConnectorId.ToUpperInvariant(), method.FullName, id])
        {
            // Lengths stand before the parts, so that no two lists of parts make one text.
            text.Append(part?.Length ?? -1).Append(':').Append(part);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }
}
