using System.Text.Json;

namespace Integration.Tests.Background;

/// <summary>Operations of a server under test, as a device sees them.</summary>
internal static class BackgroundViews
{
    public const string Connectors = """{ "connectors": [ { "id": "F", "type": "Feedback", "timeout": "00:00:02" } ] }""";

    public static (string, string?) Device(string id) => ("X-Device", id);

    public static Task<Answer> StartAsync(this ServerClient client, string device, string body, string? requestId = null) =>
        client.InvokeAsync("F", body, Device(device), ("X-Request-Id", requestId));

    public static async Task<string> StartedAsync(this ServerClient client, string device, string body = """{"method":"Work","background":true,"wait":0}""")
    {
        var answer = await client.StartAsync(device, body);
        answer.Status.Should().Be(202, answer.Text);
        return answer.Json.GetProperty("operationId").GetString()!;
    }

    public static Task<Answer> OperationAsync(this ServerClient client, string device, string id, string query = "") => client.GetAsync($"/api/v1/background/{id}{query}", Device(device));

    public static async Task<List<JsonElement>> ToldAsync(this ServerClient client, string device, string query = "?after=0") =>
        [.. (await client.GetAsync($"/api/v1/notifications{query}", Device(device))).Json.GetProperty("notifications").EnumerateArray()];

    public static string StatusOf(this Answer answer) => answer.Json.GetProperty("status").GetString()!;

    public static Task<Answer> EndedAsync(this ServerClient client, string device, string id) =>
        Eventually.BecomesAsync(() => client.OperationAsync(device, id), answer => answer.StatusOf() != "Running");
}
