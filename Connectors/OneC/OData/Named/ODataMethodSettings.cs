namespace Connectors.OneC.OData;

/// <summary>A method over one entity: callers name it and its parameters and see neither the entity nor its fields.</summary>
/// <remarks>In texts, <c>{name}</c> is the place of a parameter. A text that is one place and nothing else passes the value with its type.</remarks>
public sealed class ODataMethodSettings
{
    /// <summary>The class callers name; empty for none.</summary>
    public string Class { get; set; } = "";

    /// <summary>The method callers name.</summary>
    public string Method { get; set; } = "";

    /// <summary>Other names of the method.</summary>
    public IList<string> Aliases { get; } = [];

    /// <summary>One sentence about it.</summary>
    public string? Description { get; set; }

    /// <summary><c>read</c> (a table), <c>first</c> (the first row as a record, or null), <c>get</c>, <c>count</c>, <c>file</c>, <c>create</c>, <c>patch</c>, <c>replace</c>, <c>markDeleted</c>, <c>delete</c>, <c>post</c> or <c>unpost</c>.</summary>
    public string Operation { get; set; } = "read";

    /// <summary>The entity, such as <c>Catalog_Товары</c> or <c>Справочник.Товары</c>.</summary>
    public string Entity { get; set; } = "";

    /// <summary>A virtual table of it, such as <c>Balance</c>; read and first only.</summary>
    public string Table { get; set; } = "";

    /// <summary>The arguments of the virtual table.</summary>
    public IDictionary<string, string> Arguments { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The key of the object, where it has one part.</summary>
    public string Key { get; set; } = "";

    /// <summary>The parts of the key by their names, where it has several.</summary>
    public IDictionary<string, string> Keys { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Fields and the values they must have; a list means one of them. A condition whose optional parameter was not given is left out.</summary>
    public IDictionary<string, string> Where { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>A filter in the language of OData; a place becomes a literal of the parameter's type.</summary>
    public string Filter { get; set; } = "";

    /// <summary>The fields wanted, with commas; empty for all.</summary>
    public string Select { get; set; } = "";

    /// <summary>The references to follow, with commas.</summary>
    public string Expand { get; set; } = "";

    /// <summary>The order, such as <c>Description asc</c>.</summary>
    public string OrderBy { get; set; } = "";

    /// <summary>The most rows; a number or one place.</summary>
    public string Top { get; set; } = "";

    /// <summary>The rows to pass over; a number or one place.</summary>
    public string Skip { get; set; } = "";

    /// <summary>Whether rows the user has no right to are left out.</summary>
    public bool AllowedOnly { get; set; }

    /// <summary>Whether references come with their presentations.</summary>
    public bool Presentations { get; set; }

    /// <summary>The fields to write.</summary>
    public IDictionary<string, string> Fields { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value storage to read; file only.</summary>
    public string Field { get; set; } = "";

    /// <summary>The version the object must still have; a place.</summary>
    public string DataVersion { get; set; } = "";

    /// <summary>Whether 1C writes as when data are loaded.</summary>
    public bool DataLoad { get; set; }

    /// <summary>Whether a document is posted in operational mode.</summary>
    public bool Operational { get; set; }

    /// <summary>The parameters, in the order positional arguments are taken.</summary>
    public IList<OneCParameterSettings> Parameters { get; } = [];

    /// <summary><c>Safe</c>, <c>Keyed</c> or <c>Unsafe</c>; empty for Safe where it only reads and Unsafe where it changes.</summary>
    public string Safety { get; set; } = "";

    /// <summary>The method's own limit as <c>hh:mm:ss</c>; empty for the connector's.</summary>
    public string TimeLimit { get; set; } = "";
}
