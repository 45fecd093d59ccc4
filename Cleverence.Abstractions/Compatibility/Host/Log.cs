using System.Diagnostics;
using Cleverence.Connectivity.Classic;

namespace Cleverence;

/// <summary>The server's log as classic connectors name it.</summary>
/// <remarks>Outside of a call's scope the text goes to <see cref="Trace"/>. Thread-safe.</remarks>
public static class Log
{
    /// <summary>The kind of a log record.</summary>
    public enum LogType
    {
        /// <summary>A failure.</summary>
        Error,

        /// <summary>Something to look at.</summary>
        Warning,

        /// <summary>What happened.</summary>
        Information,

        /// <summary>Details for the developer.</summary>
        Debug,
    }

    /// <summary>Writes an information record.</summary>
    /// <param name="message">The text.</param>
    public static void Write(string? message) => Write(message, null, LogType.Information);

    /// <summary>Writes a record of the given kind.</summary>
    /// <param name="message">The text.</param>
    /// <param name="type">The kind of record.</param>
    public static void Write(string? message, LogType type) => Write(message, null, type);

    /// <summary>Writes a record of the given kind with what caused it.</summary>
    /// <param name="message">The text.</param>
    /// <param name="exception">What caused it, or null.</param>
    /// <param name="type">The kind of record.</param>
    public static void Write(string? message, Exception? exception, LogType type)
    {
        if (ClassicScope.Current is { } host) host.WriteLog(message ?? "", exception, type);
        else Trace.WriteLine(exception is null ? message : $"{message}{System.Environment.NewLine}{exception}", type.ToString());
    }
}
