using System.Text;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Rest;
using Microsoft.Extensions.Configuration;
using Unit.Tests.Transport;

namespace Unit.Tests.Rest;

/// <summary>A REST connector as the host makes it: settings bound from JSON by the configuration binder.</summary>
internal static class RestFixture
{
    public static RestConnector Connector(TestServer server, string template) =>
        new(Settings($$"""{"baseAddress":"{{server.Address}}","templates":[{{template}}]}"""));

    public static RestSettings Settings(string json)
    {
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        return configuration.Get<RestSettings>() ?? new RestSettings();
    }

    public static InvokeArgs Call(string className, string method, params (string Name, object? Value)[] arguments) =>
        new("Erp", className, method, [.. arguments.Select(argument => new InvokeArg(argument.Name, argument.Value))]);

    public static async Task<object?> ValueAsync(this RestConnector connector, InvokeArgs args)
    {
        var result = await connector.InvokeAsync(args, CancellationToken.None);
        result.Error.Should().BeNull();
        return result.Value;
    }

    public static async Task<ConnectorError> ErrorAsync(this RestConnector connector, InvokeArgs args)
    {
        var call = async () => await connector.InvokeAsync(args, CancellationToken.None);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
