namespace Integration.Tests.Rest;

public sealed partial record RestCase
{
    private static readonly RestCase[] OfSignIn =
    [
        SignIn("Basic sign-in enters", "Basic", "basic"), SignIn("A bearer token enters", "Bearer", "bearer"), SignIn("A key in a header enters", "Key", "key"),
        SignIn("A key in the query enters", "KeyQuery", "query"), SignIn("Client credentials enter", "OAuth", "oauth"),
        new("Without sign-in nobody enters", """{"path":"/secure/basic"}""", "[]", 502, """{"code":"AccessDenied","reason":"HTTP_401","inDoubt":false}"""),
    ];

    /// <summary>The sign-in of each connector.</summary>
    public static IReadOnlyDictionary<string, string> SignIns { get; } = new Dictionary<string, string>
    {
        ["Erp"] = "{}",
        ["Basic"] = """{"type":"basic","user":"клиент","password":"пароль:1"}""",
        ["Bearer"] = """{"type":"bearer","token":"token-1"}""",
        ["Key"] = """{"type":"apiKey","name":"X-Api-Key","value":"key-1"}""",
        ["KeyQuery"] = """{"type":"apiKey","in":"query","name":"api_key","value":"key-1"}""",
        ["OAuth"] = """{"type":"oauth2","tokenAddress":"{address}oauth/token","clientId":"client-1","clientSecret":"secret-1"}""",
    };

    private static RestCase SignIn(string name, string connector, string place) =>
        new(name, $$"""{"path":"/secure/{{place}}","result":"inside"}""", "[]", 200, "true") { Connector = connector };
}
