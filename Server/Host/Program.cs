using Connectors.Hosting;
using Server;
using Server.Api;
using Server.Exchange;
using Server.OpenApi;
using Server.Site;
using Server.Storage;
using ServerJobs;

try
{
    var home = HomeFolder.Find();
    if (args is [NewKeyCommand.Name, ..])
    {
        await NewKeyCommand.RunAsync(home, args[1..]);
        return 0;
    }

    var jobsLocked = JobsLocked.Take(ref args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    var options = ServerOptions.Read(builder.Configuration);
    var development = builder.Environment.IsDevelopment();
    home.Prepare(development, options.DemoErp);

    builder.Logging.UseOutput();
    builder.WebHost.UseServer(builder.Configuration, options);
    builder.Services.AddStorage(StorageSetup.Read(builder.Configuration, home, options.NodeName));
    if (development) builder.Services.AddDemoErp(options);
    builder.Services.AddExchange(home, options);
    builder.Services.AddConnectors(connectors => connectors.Of(home, options));

    // After the connectors, so that it is stopped before them: handlers of events end while there is something to call.
    builder.Services.AddHost(home, options);
    builder.Services.AddServerJobs(jobs => jobs.Of(home, options, jobsLocked));
    builder.Services.AddApiDescription();

    await using var app = builder.Build();
    new UnhandledFailures(app.Services.GetRequiredService<ILogger<UnhandledFailures>>()).Survive();
    app.UseMiddleware<ErrorShape>();
    app.MapInvoke();
    app.MapBackground();
    app.MapConnectors();
    app.MapDocuments();
    app.MapExchange();
    app.MapJobConsole();
    app.MapPlugins();
    app.MapOperations();
    app.MapKeys();
    app.MapHealth();
    app.MapOpenApi();

    await app.StartAsync();

    // Only now: a key made before a start that fails would never be shown to anybody.
    var firstKey = await app.Services.GetRequiredService<AccessStore>().EnsureFirstKeyAsync("first", CancellationToken.None);
    Welcome.Print(app, home, firstKey);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception failure) when (StartFailure.IsExpected(failure))
{
    return StartFailure.Tell(failure);
}
