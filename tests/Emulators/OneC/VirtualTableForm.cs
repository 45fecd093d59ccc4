namespace Emulators.OneC;

/// <summary>Where the arguments of a virtual table may stand. Platforms differ.</summary>
public enum VirtualTableForm
{
    /// <summary>In both places.</summary>
    Both,

    /// <summary>Only in the parentheses; an argument in the query is not seen.</summary>
    Parenthesis,

    /// <summary>Only in the query; an argument in the parentheses is refused with code 6.</summary>
    Query,
}
