using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samples;

// Put your own connector here, set a breakpoint in its method, press F5.
const string Id = "Hello";
Func<IServiceProvider, IAsyncConnector> make = services => new HelloConnector(services.GetRequiredService<TimeProvider>());

// The call: method, then its arguments as name=value. `dotnet run -- Greet name=Anna`
var (className, methodName) = args is [var address, ..] ? Split(address) : ("", "Greet");
InvokeArg[] arguments = [.. args.Skip(1).Select(pair => pair.Split('=', 2)).Select(parts => new InvokeArg(parts.Length == 2 ? parts[0] : "", parts[^1]))];

var builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddConnectors(options => options.AddBuiltIn(Id, make));
using var host = builder.Build();
await host.StartAsync();

var invoker = host.Services.GetRequiredService<IConnectorInvoker>();
var call = new InvokeArgs(Id, className, methodName, arguments) { Caller = new InvokeCaller(CallOrigin.Device) { DeviceId = "console", UserId = "developer" } };
var result = await invoker.InvokeAsync(call, CancellationToken.None);

Console.WriteLine(result.IsOk ? Shown(result.Value) : $"{result.Error.Code}: {result.Error.Message}");
await host.StopAsync();
return result.IsOk ? 0 : 1;

static (string Class, string Method) Split(string address) =>
    address.LastIndexOf('.') is > 0 and var dot ? (address[..dot], address[(dot + 1)..]) : ("", address);

static string Shown(object? value) => value is ConnectorRecord record
    ? string.Join(System.Environment.NewLine, record.Select(field => $"{field.Key} = {ConnectorValues.ToText(field.Value)}"))
    : ConnectorValues.ToText(value);
