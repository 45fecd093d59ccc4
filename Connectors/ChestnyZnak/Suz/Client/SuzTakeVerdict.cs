namespace Connectors.ChestnyZnak;

/// <summary>What is known after codes were asked for once.</summary>
internal enum SuzTakeVerdict
{
    /// <summary>They are here.</summary>
    Taken,

    /// <summary>The station refused; nothing was handed out.</summary>
    Refused,

    /// <summary>The request never left this machine.</summary>
    NotSent,

    /// <summary>Nobody knows: codes may have been handed out. Asking again would give other ones.</summary>
    NoVerdict,
}
