namespace Connectors.ChestnyZnak;

public sealed partial class ZnakSettings
{
    /// <summary>How codes are checked before a sale (разрешительный режим).</summary>
    public PermissiveSettings Permissive { get; set; } = new();
}
