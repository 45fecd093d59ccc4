using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>One kept outcome as bytes: the print of its arguments, its key, its result. Reused from outcome to outcome.</summary>
internal sealed class ReplayRecord
{
    private const byte Nothing = 0, Text = 1, Whole = 2, Json = 3;
    private const int HeadBytes = 2 * sizeof(int);
    private const int LargestKept = 64 * 1024;
    private ArrayBufferWriter<byte> buffer = new(512);

    public ReadOnlySpan<byte> Bytes => buffer.WrittenSpan;

    public void Write(ReplayEntry entry, InvokeResult result)
    {
        if (buffer.Capacity > LargestKept) buffer = new(512);
        else buffer.ResetWrittenCount();
        var arguments = entry.Arguments;
        var head = buffer.GetSpan(HeadBytes + arguments.Length + entry.Key.MaxBytes);
        var keyBytes = entry.Key.Write(head[(HeadBytes + arguments.Length)..]);
        BinaryPrimitives.WriteInt32LittleEndian(head, arguments.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[sizeof(int)..], keyBytes);
        arguments.CopyTo(head[HeadBytes..]);
        buffer.Advance(HeadBytes + arguments.Length + keyBytes);
        WriteResult(result);
    }

    public static bool IsOf(ReplayKey key, ReadOnlySpan<byte> record)
    {
        Span<byte> bytes = key.MaxBytes <= 1024 ? stackalloc byte[key.MaxBytes] : new byte[key.MaxBytes];
        return KeyOf(record).SequenceEqual(bytes[..key.Write(bytes)]);
    }

    public static ReplayEntry Read(ReplayKey key, ReadOnlySpan<byte> record)
    {
        var entry = new ReplayEntry(key, ArgumentsOf(record).ToArray());
        entry.Set(new CallOutcome(ReadResult(record[(HeadBytes + ArgumentsOf(record).Length + KeyOf(record).Length)..]), true));
        return entry;
    }

    private static ReadOnlySpan<byte> ArgumentsOf(ReadOnlySpan<byte> record) => record.Slice(HeadBytes, BinaryPrimitives.ReadInt32LittleEndian(record));

    private static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> record) =>
        record.Slice(HeadBytes + BinaryPrimitives.ReadInt32LittleEndian(record), BinaryPrimitives.ReadInt32LittleEndian(record[sizeof(int)..]));

    // The simple answers, most of all answers, are kept as they are; the rest in the form of the replay store.
    private void WriteResult(InvokeResult result)
    {
        switch (result.Value)
        {
            case null when result.IsOk:
                Tag(Nothing);
                break;
            case string text:
                Tag(Text);
                buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
                break;
            case long number:
                Tag(Whole);
                BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(sizeof(long)), number);
                buffer.Advance(sizeof(long));
                break;
            default:
                Tag(Json);
                OutcomeJson.Write(buffer, result);
                break;
        }
    }

    private static InvokeResult ReadResult(ReadOnlySpan<byte> bytes) => bytes[0] switch
    {
        Nothing => InvokeResult.Ok(),
        Text => InvokeResult.Ok(Encoding.UTF8.GetString(bytes[1..])),
        Whole => InvokeResult.Ok(BinaryPrimitives.ReadInt64LittleEndian(bytes[1..])),
        _ => OutcomeJson.Read(bytes[1..]),
    };

    private void Tag(byte tag)
    {
        buffer.GetSpan(1)[0] = tag;
        buffer.Advance(1);
    }
}
