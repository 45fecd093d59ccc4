namespace Emulators.ChestnyZnak;

/// <summary>The state of the vendor's certified local service (ТС ПИоТ).</summary>
public sealed class PiotService
{
    /// <summary>The versions of its protocol that are installed.</summary>
    public ISet<string> Versions { get; } = new HashSet<string>(StringComparer.Ordinal) { "v1", "v2", "v3" };

    /// <summary>It has lost its connection and checks against its own base.</summary>
    public bool Offline { get; set; }

    /// <summary>Tokens of till programs it knows; empty accepts any.</summary>
    public ISet<string> ClientTokens { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The instance id that goes to the receipt.</summary>
    public string Instance { get; set; } = "a1b2c3d4-0000-4000-8000-000000000001";

    /// <summary>The program's version.</summary>
    public string Version { get; set; } = "2.1.0";
}
