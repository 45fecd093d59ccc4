namespace Connectors.Rest;

/// <summary>How the rows of a method come in pages.</summary>
public sealed class RestPagingSettings
{
    /// <summary><c>link</c>: the answer names the next address; <c>page</c>: a counting query parameter; <c>cursor</c>: a token of the answer goes into the next query.</summary>
    public string Kind { get; set; } = "";

    /// <summary>JSONPath of the next link or cursor; empty with <c>link</c> for the header <c>Link</c> with <c>rel="next"</c>.</summary>
    public string Next { get; set; } = "";

    /// <summary>The query parameter of the page number or the cursor.</summary>
    public string Parameter { get; set; } = "";

    /// <summary>The first page's number.</summary>
    public long First { get; set; } = 1;

    /// <summary>What is added for the next page; the page's size where the parameter counts rows.</summary>
    public long Step { get; set; } = 1;

    /// <summary>The rows of a full page: a shorter one is the last; 0 when not known.</summary>
    public int Size { get; set; }

    /// <summary>JSONPath of a flag that says whether there is more; empty for none.</summary>
    public string More { get; set; } = "";

    /// <summary>The most pages taken; more is an error.</summary>
    public int MaxPages { get; set; } = 1000;

    /// <summary>The most rows taken; more is an error.</summary>
    public int MaxRows { get; set; } = Cleverence.Connectivity.ConnectorTable.MaxRows;
}
