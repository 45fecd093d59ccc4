namespace Connectors.Sql;

/// <summary>How far a call has come; what a failure means depends on it.</summary>
internal enum CallStage
{
    /// <summary>Nothing was sent.</summary>
    Connecting,

    /// <summary>Statements may have been sent, COMMIT was not.</summary>
    Running,

    /// <summary>COMMIT may have been sent.</summary>
    Committing,
}
