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

    /// <summary>The query; a pair whose optional argument is not given is left out.</summary>
    public IDictionary<string, string> Query { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Headers of this request.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The JSON body: nested JSON, or one string that holds JSON. The string keeps types exactly; see the README.</summary>
    public IConfigurationSection? Body { get; set; }

    /// <summary>Parameters whose type, optionality or aliases matter; a place not listed here is a required string.</summary>
    public IList<RestParameterSettings> Parameters { get; } = [];

    /// <summary>JSONPath of the result within the answer; empty for the whole answer.</summary>
    public string Result { get; set; } = "";

    /// <summary>The kind of the result, such as <c>table</c>; empty for what the JSON is.</summary>
    public string ResultType { get; set; } = "";

    /// <summary><c>Safe</c>, <c>Keyed</c> or <c>Unsafe</c>; empty for Safe with GET and Unsafe with others.</summary>
    public string Safety { get; set; } = "";

    /// <summary>The method's own limit as <c>hh:mm:ss</c>; empty for the connector's.</summary>
    public string TimeLimit { get; set; } = "";
}
