using System.Buffers;
using System.Text.Json;

namespace Connectors.Hosting;

/// <summary>Writers of JSON that are used again: one to a thread. A writer that met an exception is not given back.</summary>
internal static class KeptWriters
{
    // Kept writers write to nowhere, so that they hold nobody's answer.
    private static readonly ArrayBufferWriter<byte> Nowhere = new(1);

    [ThreadStatic]
    private static Utf8JsonWriter? kept;

    public static Utf8JsonWriter Take(IBufferWriter<byte> output)
    {
        if (kept is not { } writer) return new Utf8JsonWriter(output, InvokeJson.Writing);
        kept = null;
        writer.Reset(output);
        return writer;
    }

    /// <summary>Writes out what is left and gives the writer back.</summary>
    public static void GiveBack(Utf8JsonWriter writer)
    {
        writer.Flush();
        writer.Reset(Nowhere);
        kept = writer;
    }
}
