using System.Diagnostics.CodeAnalysis;
using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>Errors as the tables keep them.</summary>
internal static class ErrorBytes
{
    [return: NotNullIfNotNull(nameof(error))]
    public static byte[]? Write(ConnectorError? error) => error is null ? null : RecordJson.Write(ErrorRecords.Of(error));

    [return: NotNullIfNotNull(nameof(bytes))]
    public static ConnectorError? Read(byte[]? bytes) => bytes is null ? null : ErrorRecords.ToError(RecordJson.Read(bytes));
}
