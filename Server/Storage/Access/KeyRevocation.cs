namespace Server.Storage;

/// <summary>What came of revoking a key.</summary>
public enum KeyRevocation
{
    /// <summary>The key is revoked, now or from before.</summary>
    Revoked,

    /// <summary>There is no key of this id.</summary>
    NotFound,

    /// <summary>It is the last valid key of an administrator; without it nobody could make another.</summary>
    LastAdmin,
}
