using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DemoErp;
using Microsoft.AspNetCore.Builder;

namespace Unit.Tests.Samples;

[TestClass]
public sealed class DemoErpTests : IDisposable
{
    private WebApplication app = null!;
    private HttpClient http = null!;

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Token => TestContext.CancellationToken;

    [TestInitialize]
    public async Task StartAsync()
    {
        app = DemoErpApp.Build("http://127.0.0.1:0");
        await app.StartAsync(Token);
        http = new HttpClient { BaseAddress = DemoErpApp.AddressOf(app) };
    }

    [TestCleanup]
    public async Task StopAsync() => await app.DisposeAsync();

    public void Dispose() => http?.Dispose();

    [TestMethod]
    public async Task Stock_is_found_by_barcode_with_digits_and_cyrillic_as_they_are()
    {
        var text = await http.GetStringAsync("/stock/4600000000031", Token);

        text.Should().Contain("Сыр «Российский»").And.Contain("\"qty\":12.500").And.Contain("\"warehouse\":\"03\"");
    }

    [TestMethod]
    public async Task Stock_is_narrowed_to_a_warehouse()
    {
        var answer = await http.GetFromJsonAsync<JsonNode>("/stock/00001?warehouse=03", Token);

        answer!["data"]!["rows"]!.AsArray().Should().ContainSingle().Which!["name"]!.GetValue<string>().Should().Be("Холодный");
    }

    [TestMethod]
    public async Task An_unknown_item_is_a_404_with_a_sentence()
    {
        using var answer = await http.GetAsync("/items/999", Token);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(Token)).Should().Contain("Товар «999» не найден");
    }

    [TestMethod]
    public async Task A_repeated_request_id_moves_nothing_twice()
    {
        (await PostAsync("r1", 3)).StatusCode.Should().Be(HttpStatusCode.Created);
        (await PostAsync("r1", 3)).StatusCode.Should().Be(HttpStatusCode.OK);

        (await http.GetFromJsonAsync<JsonNode>("/movements", Token))!.AsArray().Should().ContainSingle();
        (await http.GetStringAsync("/stock/00002?warehouse=02", Token)).Should().Contain("\"qty\":5");
    }

    [TestMethod]
    public async Task Another_movement_under_a_known_request_id_is_a_conflict()
    {
        await PostAsync("r1", 3);

        (await PostAsync("r1", 4)).StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [TestMethod]
    public async Task More_than_there_is_cannot_be_moved()
    {
        var answer = await PostAsync("r1", 10);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(Token)).Should().Contain("есть 8 шт, нужно 10");
    }

    [TestMethod]
    public async Task Faults_come_on_demand()
    {
        (await http.GetAsync("/items?fail=503", Token)).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await http.GetAsync("/items?fault=html", Token)).Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        var broken = () => http.GetAsync("/items?fault=reset", Token);
        await broken.Should().ThrowAsync<HttpRequestException>();
    }

    [TestMethod]
    public async Task A_lost_answer_means_the_work_is_done_all_the_same()
    {
        var lost = () => http.PostAsJsonAsync("/movements?fault=resetAfter", new { item = "00002", from = "02", quantity = 1 }, Token);

        await lost.Should().ThrowAsync<HttpRequestException>();
        (await http.GetFromJsonAsync<JsonNode>("/movements", Token))!.AsArray().Should().ContainSingle();
    }

    [TestMethod]
    public async Task It_ends_when_its_parent_ends()
    {
        using var parent = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true })!;
        await using var child = DemoErpApp.Build(["--urls", "http://127.0.0.1:0", "--parent-pid", $"{parent.Id}"]);
        await child.StartAsync(Token);
        var ended = new TaskCompletionSource();
        child.Lifetime.ApplicationStopping.Register(ended.SetResult);
        ended.Task.IsCompleted.Should().BeFalse();

        parent.StandardInput.Close();

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
    }

    [TestMethod]
    public void An_unknown_option_names_the_known_ones()
    {
        var building = () => DemoErpApp.Build(["--port", "1"]);

        building.Should().Throw<ArgumentException>().WithMessage("*'--port 1'*--urls*--parent-pid*");
    }

    private async Task<HttpResponseMessage> PostAsync(string requestId, int quantity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/movements") { Content = JsonContent.Create(new { item = "00002", from = "02", quantity }) };
        request.Headers.Add("X-Request-Id", requestId);
        return await http.SendAsync(request, Token);
    }
}
