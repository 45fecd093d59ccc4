namespace Server.Storage;

/// <summary>Which database the server keeps its records in.</summary>
public enum StorageProvider
{
    /// <summary>Two files in the home folder; for one server.</summary>
    Sqlite,

    /// <summary>One PostgreSQL database, which several servers may share.</summary>
    PostgreSql,
}
