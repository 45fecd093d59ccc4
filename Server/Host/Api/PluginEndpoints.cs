using Connectors.Hosting;
using Server.Access;
using Server.OpenApi;

namespace Server.Api;

/// <summary><c>GET /api/v1/plugins</c>.</summary>
internal static class PluginEndpoints
{
    public static void MapPlugins(this IEndpointRouteBuilder app)
    {
        var catalog = app.ServiceProvider.GetRequiredService<IPluginCatalog>();
        var admission = app.ServiceProvider.GetRequiredService<Admission>();

        app.MapGet("/api/v1/plugins", context =>
        {
            var caller = admission.AdmitUnlimited(context);
            return Answers.WriteBodyAsync(context, new PluginList([.. catalog.Plugins.Select(plugin => PluginBody.Of(plugin, caller.Language))]));
        }).Described("ListPlugins", "Plugins", "Lists the plugins with their status and its reason.").Answers<PluginList>().Fails(401, 403, 429);
    }
}
