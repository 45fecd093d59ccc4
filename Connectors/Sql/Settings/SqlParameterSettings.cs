namespace Connectors.Sql;

/// <summary>A parameter of a statement.</summary>
public sealed class SqlParameterSettings
{
    /// <summary>The name, as after <c>@</c> in the statement.</summary>
    public string Name { get; set; } = "";

    /// <summary>The kind of value, such as <c>decimal</c>; <c>any</c> takes every kind.</summary>
    public string Type { get; set; } = "string";

    /// <summary>The kind of a list's items, where the list may be empty.</summary>
    public string Items { get; set; } = "";

    /// <summary>The database's type the value is cast to, such as <c>uuid</c>.</summary>
    public string DbType { get; set; } = "";

    /// <summary>Whether a call may leave it out: null, or the procedure's own default, is used.</summary>
    public bool Optional { get; set; }

    /// <summary>The value used when a call leaves it out.</summary>
    public string? Default { get; set; }

    /// <summary><c>in</c>, <c>out</c> or <c>inout</c>.</summary>
    public string Direction { get; set; } = "in";

    /// <summary>The longest text or binary taken; for an out parameter of another provider, the room kept for it. 0 for no limit.</summary>
    public int Size { get; set; }

    /// <summary>Other names it answers to.</summary>
    public IList<string> Aliases { get; } = [];

    /// <summary>One sentence about it.</summary>
    public string? Description { get; set; }
}
