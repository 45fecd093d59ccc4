using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>The settings of a 1C connector: one published base and the methods callers may name.</summary>
/// <remarks>The user and the password stand in <c>auth</c>; <c>baseAddress</c> holds the host and the base, such as <c>http://srv1c/trade</c>.</remarks>
public sealed class OneCSettings : HttpSettings
{
    /// <summary>Makes settings with the limit 1C itself keeps for a request: 60 s.</summary>
    public OneCSettings() => Timeout = "00:01:00";

    /// <summary>The transport of methods that name none: <c>http</c>, <c>soap</c> or <c>odata</c>.</summary>
    public string Transport { get; set; } = "http";

    /// <summary>The time zone of the base as an IANA name, such as <c>Europe/Moscow</c>. Required: 1C keeps local time without a zone.</summary>
    public string ServerTimeZone { get; set; } = "";

    /// <summary>How sessions of 1C are reused: <c>auto</c> (by 1C), <c>explicit</c> (by headers and a cookie) or <c>none</c>.</summary>
    public string SessionMode { get; set; } = "auto";

    /// <summary>How long an explicit session lives without calls, as the publication has it (<c>sessionMaxAge</c>).</summary>
    public string SessionMaxAge { get; set; } = "00:00:20";

    /// <summary>How long 1C waits for a free session before it answers 406 (<c>poolTimeout</c> of the publication); a repeat waits as long.</summary>
    public string PoolTimeout { get; set; } = "00:00:05";

    /// <summary>Parallel calls to the base; must be below the pool of the publication (<c>poolSize</c>, usually 10).</summary>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>The limit of a long operation, from its start to its result.</summary>
    public string LongOperationLimit { get; set; } = "00:10:00";

    /// <summary>The limit of one part of a file.</summary>
    public string PartTimeout { get; set; } = "00:03:00";

    /// <summary>The size of the parts files are sent and fetched in, in KB.</summary>
    public int PartSizeKb { get; set; } = 1024;

    /// <summary>The root URL of our HTTP service in 1C (Корневой URL).</summary>
    public string ServiceRoot { get; set; } = "conn";

    /// <summary>The version segment below the root.</summary>
    public string Version { get; set; } = "v1";

    /// <summary>The function that is called with the name of another one; its transport is that of the connector.</summary>
    public OneCFunctionSettings Function { get; set; } = new();

    /// <summary>Whether a method nobody declared is called in 1C under its own name. Off: such a name is refused.</summary>
    public bool AnyFunction { get; set; }

    /// <summary>The methods.</summary>
    public IList<OneCMethodSettings> Methods { get; } = [];

    /// <summary>The standard data exchange service (<c>exchange_dsl_1_0_0_1</c>), as methods of the class <c>Exchange</c>.</summary>
    public OneCExchangeSettings Exchange { get; set; } = new();

    /// <summary>The web services, called by their WSDL.</summary>
    public OneCSoapSettings Soap { get; set; } = new();

    /// <summary>The standard OData interface.</summary>
    public OneCODataSettings OData { get; set; } = new();
}
