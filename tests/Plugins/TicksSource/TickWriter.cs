using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Ticks;

/// <summary>Appends a line for every firing: who, the monotonic clock, the wall clock, a word. One write a line, at the end wherever that is by now, so that writers do not meet.</summary>
public sealed class TickWriter(string path)
{
    private const int WriteOnly = 1, Create = 64, Append = 1024, CloseOnExec = 524288;
    private readonly SafeFileHandle file = Open(path, WriteOnly | Create | Append | CloseOnExec, 420);

    public void Write(string who, string word)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{who}\t{Stopwatch.GetTimestamp()}\t{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}\t{word}\n");
        var bytes = Encoding.UTF8.GetBytes(line);
        if (Write(file, bytes, bytes.Length) != bytes.Length) throw new IOException($"The tick of {who} could not be written to {path}: error {Marshal.GetLastPInvokeError()}.");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern SafeFileHandle Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, int mode);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    private static extern nint Write(SafeFileHandle file, byte[] bytes, nint length);
}
