using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DemoErp;

/// <summary>A small accounting system over HTTP: items, stock, prices and movements, all in memory. A stand-in for the outside, not for production.</summary>
public static class DemoErpApp
{
    /// <summary>Builds the application of command-line options.</summary>
    /// <param name="args"><c>--urls http://127.0.0.1:PORT</c> (0 for a free port), <c>--parent-pid N</c> to end with another process.</param>
    /// <returns>The application, not started.</returns>
    /// <exception cref="ArgumentException">An option is unknown or has no usable value.</exception>
    public static WebApplication Build(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var url = "http://127.0.0.1:5999";
        int? parent = null;
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            if (args[i] == "--urls" && Uri.TryCreate(value, UriKind.Absolute, out _)) url = value;
            else if (args[i] == "--parent-pid" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var pid)) parent = pid;
            else throw new ArgumentException($"'{args[i]} {value}' is not an option. Known: --urls http://127.0.0.1:PORT, --parent-pid N.");
        }

        return Build(url, parent);
    }

    /// <summary>Builds the application for an address; can be called inside another web host.</summary>
    /// <param name="url">Where it listens; port 0 takes a free one.</param>
    /// <param name="parentPid">The process it ends with; null to live on its own.</param>
    /// <returns>The application, not started.</returns>
    public static WebApplication Build(string url, int? parentPid = null)
    {
        // An empty builder reads no settings file and no environment: those belong to the server that starts it.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.Services.AddRouting();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<Catalog>().AddSingleton<Warehouse>().AddSingleton<MovementBook>();
        if (parentPid is { } pid) builder.Services.AddHostedService(services => new ParentWatch(pid, services.GetRequiredService<IHostApplicationLifetime>()));
        var app = builder.Build();
        app.Use(Faults.InvokeAsync);
        app.UseRouting();
        Endpoints.Map(app);
        return app;
    }

    /// <summary>The address a started application really listens on.</summary>
    /// <param name="app">The application.</param>
    /// <returns>The address with its port.</returns>
    public static Uri AddressOf(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return new Uri(app.Urls.First());
    }
}
