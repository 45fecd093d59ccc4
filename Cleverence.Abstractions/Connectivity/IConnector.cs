namespace Cleverence.Connectivity;

/// <summary>The classic connector contract, member for member as connectors in the field were written against it.</summary>
/// <remarks>The host calls one method at a time on an instance, on a thread of that connector.</remarks>
public interface IConnector
{
    /// <summary>The identifier from the configuration, the part of an address before the colon.</summary>
    string Id { get; set; }

    /// <summary>Whether <see cref="Initialize"/> has done its work.</summary>
    bool Initialized { get; }

    /// <summary>The off switch from the configuration: a disabled connector is neither initialised nor called.</summary>
    bool Enabled { get; set; }

    /// <summary>The limit of one call in the unit of the connector's <c>timeoutUnit</c> setting (milliseconds unless told otherwise); 0 means no limit.</summary>
    int Timeout { get; set; }

    /// <summary>What the server does when the limit passes. The spelling is the field's.</summary>
    TimeoutBehavaior TimeoutBehavaior { get; set; }

    /// <summary>Whether the connector keeps its limit by itself; then the server only measures.</summary>
    bool IsSelfTimeoutBehavior => false;

    /// <summary>Prepares the connector; called once, before the first call.</summary>
    void Initialize();

    /// <summary>The single entry point of all callers.</summary>
    /// <param name="methodName">The method, or <c>Class.Method</c> when the caller named a class.</param>
    /// <param name="args">One <see cref="Warehouse.InvokeArgs"/> from a handheld, plain values from an event, nothing from a job.</param>
    /// <returns>The result; null for a method the connector does not know.</returns>
    object? InvokeMethod(string methodName, object?[] args);
}
