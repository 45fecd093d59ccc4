namespace Connectors.ChestnyZnak;

/// <summary>The vendor's local module (ЛМ ЧЗ), which checks codes offline.</summary>
public sealed class LocalModuleSettings
{
    /// <summary>Where it is; <c>http://127.0.0.1:5995</c> when the chain names it and this is empty.</summary>
    public string Address { get; set; } = "";

    /// <summary>The version of its interface, 1 or 2. 2.</summary>
    public int Version { get; set; } = 2;

    /// <summary>Its user.</summary>
    public string Login { get; set; } = "";

    /// <summary>Its password, a secret.</summary>
    public string Password { get; set; } = "";

    /// <summary>Whether one that is not configured yet is given the key of the permissive mode. On.</summary>
    public bool Initialise { get; set; } = true;
}
