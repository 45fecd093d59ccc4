using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>A hash of what a call asks for, the same after a restart: tells a repeat from another call under the same request id.</summary>
internal static class ArgumentsHash
{
    public static UInt128 Of(InvokeArgs args)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        Text(buffer, args.ConnectorId.ToUpperInvariant());
        Text(buffer, args.ClassName.ToUpperInvariant());
        Text(buffer, args.MethodName.ToUpperInvariant());
        for (var i = 0; i < args.Count; i++)
        {
            Text(buffer, args.Parameters[i].Name.ToUpperInvariant());
            Value(buffer, args.Parameters[i].Value, 0);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private static void Value(ArrayBufferWriter<byte> buffer, object? value, int depth)
    {
        if (depth > ValueShaper.MaxDepth) throw new ConnectorException(ConnectorErrorCode.InvalidArguments, $"The arguments are more than {ValueShaper.MaxDepth} levels deep.");
        Number(buffer, ConnectorValues.TryKindOf(value, out var kind) ? (int)kind : -1);
        switch (value)
        {
            case ConnectorRecord record:
                Number(buffer, record.Count);
                foreach (var (name, field) in record)
                {
                    Text(buffer, name);
                    Value(buffer, field, depth + 1);
                }

                break;
            case ConnectorTable { IsStream: false } table:
                Number(buffer, table.Rows.Count);
                foreach (var column in table.Columns) Text(buffer, column.Name);
                foreach (var cell in table.Rows.SelectMany(row => row)) Value(buffer, cell, depth + 1);
                break;
            case byte[] data:
                Number(buffer, data.Length);
                buffer.Write(data);
                break;
            case IReadOnlyList<object?> list:
                Number(buffer, list.Count);
                foreach (var item in list) Value(buffer, item, depth + 1);
                break;
            default:
                Text(buffer, ConnectorValues.ToText(value));
                break;
        }
    }

    private static void Text(ArrayBufferWriter<byte> buffer, string text)
    {
        Number(buffer, text.Length);
        var span = buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        buffer.Advance(Encoding.UTF8.GetBytes(text, span));
    }

    private static void Number(ArrayBufferWriter<byte> buffer, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), number);
        buffer.Advance(sizeof(int));
    }
}
