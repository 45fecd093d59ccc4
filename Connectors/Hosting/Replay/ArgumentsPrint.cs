using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>
/// What a call asks for as a few bytes, the same after a restart: tells a repeat from another call under the same request id.
/// Short calls are kept as they are, because comparing is cheaper than hashing; of long ones the SHA-256.
/// </summary>
internal sealed class ArgumentsPrint
{
    private const int Short = 128;
    private const int LargestKept = 64 * 1024;
    private ArrayBufferWriter<byte>? spare;

    public byte[] Of(InvokeArgs args)
    {
        var buffer = Interlocked.Exchange(ref spare, null) ?? new ArrayBufferWriter<byte>(256);
        Name(buffer, args.ConnectorId);
        Name(buffer, args.ClassName);
        Name(buffer, args.MethodName);
        for (var i = 0; i < args.Count; i++)
        {
            Name(buffer, args.Parameters[i].Name);
            Value(buffer, args.Parameters[i].Value, 0);
        }

        var print = buffer.WrittenCount <= Short ? buffer.WrittenSpan.ToArray() : SHA256.HashData(buffer.WrittenSpan);
        if (buffer.Capacity > LargestKept) return print;
        buffer.ResetWrittenCount();
        Interlocked.Exchange(ref spare, buffer);
        return print;
    }

    // Names are compared without case.
    private static void Name(ArrayBufferWriter<byte> buffer, string name)
    {
        Number(buffer, name.Length);
        var upper = MemoryMarshal.Cast<byte, char>(buffer.GetSpan(name.Length * sizeof(char)));
        name.AsSpan().ToUpperInvariant(upper);
        buffer.Advance(name.Length * sizeof(char));
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
