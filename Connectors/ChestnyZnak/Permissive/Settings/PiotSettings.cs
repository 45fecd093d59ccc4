namespace Connectors.ChestnyZnak;

/// <summary>The vendor's certified local service (ТС ПИоТ). Name, version, id and token are those of the till program, given on its registration.</summary>
public sealed class PiotSettings
{
    /// <summary>Where it checks; <c>http://localhost:51401</c> when the chain names it and this is empty.</summary>
    public string Address { get; set; } = "";

    /// <summary>Where it tells of itself; empty for port 51077 of the same machine.</summary>
    public string InfoAddress { get; set; } = "";

    /// <summary>The version of its protocol, 1 to 3. 2; the third wants the product group of every code.</summary>
    public int Version { get; set; } = 2;

    /// <summary>The till program's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The till program's version.</summary>
    public string ProgramVersion { get; set; } = "";

    /// <summary>The till program's id.</summary>
    public string Id { get; set; } = "";

    /// <summary>The till program's token, a secret.</summary>
    public string Token { get; set; } = "";
}
