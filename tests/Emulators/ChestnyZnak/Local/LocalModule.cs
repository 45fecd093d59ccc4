namespace Emulators.ChestnyZnak;

/// <summary>The state of the local module (ЛМ ЧЗ).</summary>
public sealed class LocalModule
{
    /// <summary>Its user.</summary>
    public string Login { get; set; } = "admin";

    /// <summary>Its password.</summary>
    public string Password { get; set; } = "admin";

    /// <summary>not_configured, initialization, ready or sync_error.</summary>
    public string Status { get; set; } = "ready";

    /// <summary>The versions of its interface that are installed.</summary>
    public ISet<string> Versions { get; } = new HashSet<string>(StringComparer.Ordinal) { "v1", "v2" };

    /// <summary>The instance id that goes to the receipt.</summary>
    public string Instance { get; set; } = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

    /// <summary>The program's version.</summary>
    public string Version { get; set; } = "1.5.2-513";

    /// <summary>The key with which it was initialised.</summary>
    public string? Token { get; set; }
}
