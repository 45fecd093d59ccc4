namespace Connectors.OneC;

/// <summary>A method callers call by name, and what it is in 1C.</summary>
public sealed class OneCMethodSettings
{
    /// <summary>The class callers name; empty for none.</summary>
    public string Class { get; set; } = "";

    /// <summary>The method callers name.</summary>
    public string Method { get; set; } = "";

    /// <summary>Other names of the method.</summary>
    public IList<string> Aliases { get; } = [];

    /// <summary>One sentence about it.</summary>
    public string? Description { get; set; }

    /// <summary>Its name in 1C, or <c>Service.Operation</c> of a web service; empty for the same as <see cref="Method"/>.</summary>
    public string Name { get; set; } = "";

    /// <summary><c>http</c> or <c>soap</c>; empty for the connector's.</summary>
    public string Transport { get; set; } = "";

    /// <summary>Whether 1C is asked through the function that takes the name of another one (ВызовПроизвольнойФункции), with its formal parameters.</summary>
    public bool Function { get; set; }

    /// <summary>The parameters, in the order positional arguments are taken.</summary>
    public IList<OneCParameterSettings> Parameters { get; } = [];

    /// <summary>The type of the result: a name such as <c>table</c> or <c>ТаблицаЗначений</c>; empty for what the answer is.</summary>
    public string ResultType { get; set; } = "";

    /// <summary><c>Safe</c>, <c>Keyed</c> (the 1C code remembers <c>X-Operation-Id</c>) or <c>Unsafe</c>.</summary>
    public string Safety { get; set; } = "Unsafe";

    /// <summary>Whether a text in <c>return</c> that is not empty is an error (web services that answer so).</summary>
    public bool ErrorInReturn { get; set; }

    /// <summary>Whether 1C may answer 202 and go on in the background: the method's limit is then that of long operations.</summary>
    public bool Long { get; set; }

    /// <summary>The method's own limit as <c>hh:mm:ss</c>; empty for the connector's.</summary>
    public string TimeLimit { get; set; } = "";
}
