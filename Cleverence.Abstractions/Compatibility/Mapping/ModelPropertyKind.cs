namespace Cleverence.Connectivity.Classic;

/// <summary>How a property of the object model is written down.</summary>
internal enum ModelPropertyKind
{
    /// <summary>A number, a text, a date and the like.</summary>
    Simple,

    /// <summary>The fields of one's own.</summary>
    Fields,

    /// <summary>A table.</summary>
    Rows,

    /// <summary>Tables under their names.</summary>
    Tables,

    /// <summary>A collection of objects.</summary>
    Items,

    /// <summary>One object.</summary>
    Model,

    /// <summary>Anything: its type is written beside it.</summary>
    Value,
}
