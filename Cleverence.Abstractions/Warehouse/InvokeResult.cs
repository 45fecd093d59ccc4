using System.Diagnostics.CodeAnalysis;
using Cleverence.Connectivity;

namespace Cleverence.Warehouse;

/// <summary>The outcome of a call: a value or an error, never both and never neither.</summary>
public sealed class InvokeResult
{
    private static readonly InvokeResult Nothing = new(null, null);

    private InvokeResult(object? value, ConnectorError? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>Whether the call succeeded.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsOk => Error is null;

    /// <summary>The value of a call that succeeded, of a kind of <see cref="ValueKind"/>.</summary>
    public object? Value { get; }

    /// <summary>The error of a call that failed.</summary>
    public ConnectorError? Error { get; }

    /// <summary>A call that succeeded.</summary>
    /// <param name="value">The value; null for none.</param>
    /// <returns>The outcome.</returns>
    public static InvokeResult Ok(object? value = null) => value is null ? Nothing : new(value, null);

    /// <summary>A call that failed.</summary>
    /// <param name="error">What went wrong.</param>
    /// <returns>The outcome.</returns>
    public static InvokeResult Fail(ConnectorError error) => new(null, error ?? throw new ArgumentNullException(nameof(error)));

    /// <summary>A call that failed.</summary>
    /// <param name="code">What kind of failure it is.</param>
    /// <param name="message">One sentence for the operator.</param>
    /// <returns>The outcome.</returns>
    public static InvokeResult Fail(ConnectorErrorCode code, string message) => Fail(new ConnectorError(code, message));
}
