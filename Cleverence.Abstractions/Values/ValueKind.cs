namespace Cleverence.Connectivity;

/// <summary>The closed set of value kinds that travel between a caller and a connector.</summary>
public enum ValueKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>True or false; <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>A whole number; <see cref="long"/>.</summary>
    Integer,

    /// <summary>An exact number with its digits kept; <see cref="decimal"/>. Never a float.</summary>
    Decimal,

    /// <summary>Text; <see cref="string"/>. A UUID travels as text.</summary>
    String,

    /// <summary>A date and time without a zone; <see cref="System.DateTime"/>.</summary>
    DateTime,

    /// <summary>A moment with its offset; <see cref="System.DateTimeOffset"/>.</summary>
    DateTimeOffset,

    /// <summary>Bytes; <c>byte[]</c>, base64 on the wire.</summary>
    Binary,

    /// <summary>Values in order; <see cref="IReadOnlyList{T}"/> of <see cref="object"/>.</summary>
    List,

    /// <summary>Named values in order; <see cref="ConnectorRecord"/>.</summary>
    Record,

    /// <summary>Rows under named, typed columns; <see cref="ConnectorTable"/>.</summary>
    Table,
}
