namespace Connectors.Egais;

public sealed partial class EgaisSettings
{
    /// <summary>How often the registry is asked, and how long a run goes on.</summary>
    public EgaisQuerySettings Queries { get; set; } = new();
}
