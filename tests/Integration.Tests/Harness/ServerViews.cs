using System.Text.Json;

namespace Integration.Tests;

/// <summary>What a server under test tells of itself.</summary>
internal static class ServerViews
{
    /// <summary>A connector as its page shows it.</summary>
    public static async Task<JsonElement> ConnectorAsync(this ServerClient client, string id) =>
        (await client.GetAsync("/api/v1/connectors/" + Uri.EscapeDataString(id))).Json.GetProperty("connector");

    /// <summary>How many calls hold a place of a connector.</summary>
    public static async Task<int> RunningAsync(this ServerClient client, string id) => (await client.ConnectorAsync(id)).GetProperty("runningCalls").GetInt32();

    /// <summary>A plugin as the list shows it; undefined when there is none.</summary>
    public static async Task<JsonElement> PluginAsync(this ServerClient client, string name) =>
        (await client.GetAsync("/api/v1/plugins")).Json.GetProperty("plugins").EnumerateArray().FirstOrDefault(plugin => plugin.GetProperty("name").GetString() == name);

    /// <summary>The state of a connector.</summary>
    public static async Task<string?> StateAsync(this ServerClient client, string id) => (await client.ConnectorAsync(id)).GetProperty("state").GetString();

    /// <summary>How many calls of a connector of the type Hanging have begun to hang.</summary>
    public static async Task<int> HungAsync(this ServerClient client, string id) => (await client.InvokeAsync(id, """{"method":"CountHanging"}""")).Value.GetInt32();

    /// <summary>The runs of a job, newest first.</summary>
    public static async Task<List<JsonElement>> RunsAsync(this ServerClient client, string job) =>
        [.. (await client.GetAsync($"/api/v1/jobs/{Uri.EscapeDataString(job)}/runs?limit=100")).Json.GetProperty("runs").EnumerateArray()];

    /// <summary>A job as the list shows it; undefined when there is none.</summary>
    public static async Task<JsonElement> JobAsync(this ServerClient client, string id) =>
        (await client.GetAsync("/api/v1/jobs")).Json.GetProperty("jobs").EnumerateArray().FirstOrDefault(job => job.GetProperty("id").GetString() == id);
}
