using Connectors.Hosting;
using Server.Logging;
using Server.Operations;
using Server.Site;
using ServerJobs;

namespace Server;

/// <summary>Sets the web server and the connectors up.</summary>
internal static class HostSetup
{
    private const int OutputBuffer = 64 * 1024;

    public static void UseServer(this IWebHostBuilder web, IConfiguration configuration, ServerOptions options)
    {
        if (string.IsNullOrWhiteSpace(configuration[WebHostDefaults.ServerUrlsKey])) web.UseUrls(ServerOptions.DefaultAddress);

        // Waiting without a buffer costs a system call for each request; with one, a connection that waits holds 4 KB.
        web.UseSockets(sockets => sockets.WaitForDataBeforeAllocatingBuffer = false);
        web.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;

            // Names of users and devices in headers are ASCII by agreement; what is not is refused by the endpoint, in the shape of its errors.
            kestrel.RequestHeaderEncodingSelector = _ => System.Text.Encoding.Latin1;
        });
    }

    /// <summary>The log goes to standard output. A start that fails is told once, in a sentence: the framework's own telling of it, with its stack, is left out.</summary>
    public static void UseOutput(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddProvider(new OutputLog(TimeProvider.System, OutputStream()));
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level is LogLevel.Warning or LogLevel.Error);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level == LogLevel.Critical);
    }

    // The console's own writer makes a system call for every 256 characters, which is one for every other call of a connector.
    private static StreamWriter OutputStream() => new(Console.OpenStandardOutput(), Console.Out.Encoding, OutputBuffer, leaveOpen: true);

    public static void Of(this ServerJobsOptions jobs, HomeFolder home, ServerOptions options, bool locked)
    {
        (jobs.File, jobs.LockedAtStart, jobs.NodeName) = (home.JobsFile, locked, options.NodeName);
        jobs.Nodes.HoldFor(options.NodeLease);
    }

    public static void Of(this ConnectorsOptions connectors, HomeFolder home, ServerOptions options)
    {
        connectors.ConfigFile = home.ConnectorsFile;
        connectors.SecretsFolder = home.Secrets;
        connectors.PluginRoots.Add(Path.Combine(AppContext.BaseDirectory, "plugins"));
        connectors.PluginRoots.Add(home.Plugins);
        if (options.Plugins is { Length: > 0 } more) connectors.PluginRoots.Add(Path.GetFullPath(more));
        connectors.AddBuiltIn(Cleverence.Connectivity.ConnectorCall.ServerOperations, services => ActivatorUtilities.CreateInstance<ServerOperationConnector>(services));
    }
}
