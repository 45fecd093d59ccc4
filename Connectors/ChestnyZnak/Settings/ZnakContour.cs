namespace Connectors.ChestnyZnak;

/// <summary>Which of the two worlds an organisation works in.</summary>
internal enum ZnakContour
{
    /// <summary>The real one.</summary>
    Production,

    /// <summary>The one for trying out (демо-контур).</summary>
    Sandbox,
}
