using Microsoft.Extensions.Configuration;

namespace Connectors.Rest;

/// <summary>A request template: a method callers call by name, and the request it stands for.</summary>
public sealed class RestTemplateSettings
{
    /// <summary>The class callers name; empty for none.</summary>
    public string Class { get; set; } = "";

    /// <summary>The method callers name.</summary>
    public string Method { get; set; } = "";

    /// <summary>Other names of the method.</summary>
    public IList<string> Aliases { get; } = [];

    /// <summary>One sentence about it.</summary>
    public string? Description { get; set; }

    /// <summary>The HTTP verb.</summary>
    public string Verb { get; set; } = "GET";

    /// <summary>The path below the base address, with <c>{parameter}</c> places.</summary>
    public string Path { get; set; } = "";

    /// <summary>The query; a pair whose optional argument is not given is left out, a list repeats its pair.</summary>
    public IDictionary<string, string> Query { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Headers of this request.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the body is: <c>json</c>, <c>form</c>, <c>multipart</c>, <c>text</c> or <c>binary</c>; empty for what the other fields show.</summary>
    public string BodyType { get; set; } = "";

    /// <summary>The body: nested JSON or one string that holds JSON; with <c>text</c> the text, with <c>binary</c> one place.</summary>
    public IConfigurationSection? Body { get; set; }

    /// <summary>The fields of a form body.</summary>
    public IDictionary<string, string> Form { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The parts of a multipart body.</summary>
    public IList<RestPartSettings> Parts { get; } = [];

    /// <summary>The content type of the body in place of the usual one of its kind.</summary>
    public string ContentType { get; set; } = "";

    /// <summary>Parameters whose type, optionality, format or aliases matter; a place not listed here is a required string.</summary>
    public IList<RestParameterSettings> Parameters { get; } = [];

    /// <summary>JSONPath of the result within the answer; empty for the whole answer. <c>header:Name</c> takes a header, <c>status</c> the status.</summary>
    public string Result { get; set; } = "";

    /// <summary>The kind of the result, such as <c>table</c>; empty for what the JSON is.</summary>
    public string ResultType { get; set; } = "";

    /// <summary>The columns of a table; empty for those the answer has.</summary>
    public IList<RestColumnSettings> Columns { get; } = [];

    /// <summary>How the next page of rows is asked for; absent for an answer in one piece.</summary>
    public RestPagingSettings? Paging { get; set; }

    /// <summary>Answers that are errors, and what they mean; the first that fits is taken.</summary>
    public IList<RestErrorSettings> Errors { get; } = [];

    /// <summary>Statuses that mean "there is none", such as <c>404</c>: the result is then null, or a table without rows.</summary>
    public IList<string> EmptyOn { get; } = [];

    /// <summary><c>Safe</c>, <c>Keyed</c> or <c>Unsafe</c>; empty for Safe with GET and Unsafe with others.</summary>
    public string Safety { get; set; } = "";

    /// <summary>The method's own limit as <c>hh:mm:ss</c>; empty for the connector's.</summary>
    public string TimeLimit { get; set; } = "";
}
