namespace Connectors.Egais;

/// <summary>How far an operation is.</summary>
internal enum OperationStep
{
    /// <summary>It has not left.</summary>
    ToSend,

    /// <summary>A person must decide about its message.</summary>
    Unclear,

    /// <summary>Something is still due.</summary>
    Waiting,

    /// <summary>It was refused.</summary>
    Failed,

    /// <summary>It has come to its end.</summary>
    Settled,
}
