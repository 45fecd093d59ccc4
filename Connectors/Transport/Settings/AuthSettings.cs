namespace Connectors.Transport;

/// <summary>How requests sign in to the other system.</summary>
public sealed class AuthSettings
{
    /// <summary><c>none</c>, <c>basic</c>, <c>bearer</c>, <c>apiKey</c> or <c>oauth2</c> (client credentials).</summary>
    public string Type { get; set; } = "none";

    /// <summary>basic: the user.</summary>
    public string User { get; set; } = "";

    /// <summary>basic: the password.</summary>
    public string Password { get; set; } = "";

    /// <summary>bearer: the token.</summary>
    public string Token { get; set; } = "";

    /// <summary>apiKey: the name of the header or query parameter.</summary>
    public string Name { get; set; } = "";

    /// <summary>apiKey: <c>header</c> or <c>query</c>; oauth2: how the client's secret goes to the token address, <c>header</c> or <c>body</c>.</summary>
    public string In { get; set; } = "header";

    /// <summary>apiKey: the key.</summary>
    public string Value { get; set; } = "";

    /// <summary>oauth2: where tokens are given; its host must be the base address's or one of the allowed hosts.</summary>
    public string TokenAddress { get; set; } = "";

    /// <summary>oauth2: the client's id.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>oauth2: the client's secret.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>oauth2: the scope; empty for none.</summary>
    public string Scope { get; set; } = "";
}
