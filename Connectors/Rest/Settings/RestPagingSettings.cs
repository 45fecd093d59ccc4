namespace Connectors.Rest;

/// <summary>How the rows of a method come in pages.</summary>
public sealed class RestPagingSettings
{
    /// <summary><c>link</c>: the answer names the next address; <c>page</c>: a counting parameter; <c>cursor</c>: a token of the answer goes into the next request.</summary>
    public string Kind { get; set; } = "";

    /// <summary>JSONPath of the next link or cursor; empty with <c>link</c> for the header <c>Link</c> with <c>rel="next"</c>.</summary>
    public string Next { get; set; } = "";

    /// <summary>The parameter of the page number or the cursor: in a query or form its name, in a JSON body its member, such as <c>paging.page</c>.</summary>
    public string Parameter { get; set; } = "";

    /// <summary>Where the parameter stands: <c>query</c>, or <c>body</c> for a search by POST.</summary>
    public string In { get; set; } = "query";

    /// <summary>The first page's number.</summary>
    public long First { get; set; } = 1;

    /// <summary>What is added for the next page; the page's size where the parameter counts rows.</summary>
    public long Step { get; set; } = 1;

    /// <summary>The rows of a full page: a shorter one is the last, unless <see cref="More"/> is given, which then alone says so; 0 when not known.</summary>
    public int Size { get; set; }

    /// <summary>JSONPath of a flag that says whether there is more; empty for none.</summary>
    public string More { get; set; } = "";

    /// <summary>The most pages taken; more is an error.</summary>
    public int MaxPages { get; set; } = 1000;

    /// <summary>The most rows taken; more is an error.</summary>
    public int MaxRows { get; set; } = Cleverence.Connectivity.ConnectorTable.MaxRows;
}
