using Server.Site;
using Server.Storage;

namespace Server;

/// <summary>What the start prints for the person who started it: address, key, and a call to paste.</summary>
internal static class Welcome
{
    public static void Print(WebApplication app, HomeFolder home, CreatedKey? firstKey)
    {
        var address = app.Urls.First().TrimEnd('/').Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal);
        Console.WriteLine();
        Console.WriteLine($"Listening on {address}, home {home.Path}");
        if (firstKey is null)
        {
            Console.WriteLine("Keys are not shown again. A new one, with an administrator's key: POST /api/v1/keys {\"name\":\"NAME\"}");
            Console.WriteLine($"or, while the server is stopped: {Command()} {NewKeyCommand.Name} NAME {NewKeyCommand.Admin}");
        }
        else
        {
            Console.WriteLine($"API key, shown only now: {firstKey.Plain}");
        }

        Console.WriteLine(firstKey is null ? "Try, with your key in the variable KEY:" : "Try, in another terminal:");
        Console.WriteLine(CurlLine(address, firstKey?.Plain ?? "$KEY", app.Environment.IsDevelopment()));
    }

    private static string CurlLine(string address, string key, bool demo)
    {
        var (id, body) = demo
            ? ("Stock", """{"class":"Stock","method":"GetRest","args":{"item":"4600000000017"}}""")
            : ("Hello", """{"method":"Greet","args":{"name":"TSD"}}""");
        return $"curl -s {address}/api/v1/connectors/{id}/invoke -H \"X-Api-Key: {key}\" -H \"Content-Type: application/json\" -d '{body}'";
    }

    private static string Command() => SourceFolder.Find() is null ? "Server" : "dotnet run --project Server/Host --";
}
