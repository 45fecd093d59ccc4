using System.Text.Json;

namespace Integration.Tests.OneC;

/// <summary>Long operations of our service: they finish, fail, are cancelled and are forgotten; and the standard exchange service with its files in parts.</summary>
[TestClass]
public sealed class OneCLongOverHttpTests
{
    private const string Settings = """
        {
          "longOperationLimit": "00:00:06", "partSizeKb": 1, "retry": { "delay": "00:00:00.05" },
          "exchange": { "enabled": true, "pollDelay": "00:00:00.2", "pollStep": "00:00:00.2", "maxPollDelay": "00:00:01" },
          "methods": [ { "method": "ДолгаяОперация", "long": true, "parameters": [
            { "name": "Опросов", "type": "integer", "optional": true }, { "name": "Итог", "optional": true }, { "name": "Текст", "optional": true }, { "name": "Результат", "type": "any", "optional": true } ] } ]
        }
        """;

    private static OneCServer oneC = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => oneC = await OneCServer.StartAsync(Settings);

    [ClassCleanup]
    public static async Task StopAsync() => await oneC.DisposeAsync();

    [TestMethod]
    [DataRow("{\"Опросов\":0}", 200, "OK {\"Обработано\":3}")]
    [DataRow("{\"Опросов\":1,\"Результат\":[\"0001-01-01T00:00:00\",\"ёж \"]}", 200, "OK [null,\"ёж \"]")]
    [DataRow("{\"Опросов\":0,\"Итог\":\"Failed\"}", 422, "Rejected ONEC_OPERATION_FAILED False")]
    [DataRow("{\"Опросов\":0,\"Итог\":\"Canceled\"}", 499, "Cancelled ONEC_OPERATION_CANCELLED True")]
    [DataRow("{\"Опросов\":0,\"Итог\":\"Unknown\"}", 499, "Cancelled ONEC_OPERATION_CANCELLED True")]
    [DataRow("{\"Опросов\":-1}", 504, "Timeout ONEC_OPERATION_TOO_LONG True")]
    public async Task Long_operation_ends_as_1C_says(string args, int status, string outcome)
    {
        var answer = await oneC.CallAsync("ДолгаяОперация", args);

        answer.Status.Should().Be(status, answer.Text);
        OneCOutcome.Of(answer).Should().Be(outcome);
    }

    [TestMethod]
    public async Task Failed_operation_tells_why_without_the_place_in_the_script()
    {
        var answer = await oneC.CallAsync("ДолгаяОперация", """{"Опросов":0,"Итог":"Failed","Текст":"{ОбщийМодуль.Обмен.Модуль(12)}: Не найден документ №5"}""", ("Accept-Language", "ru"));

        answer.Message.Should().Be("Операция в 1С завершилась с ошибкой: Не найден документ №5");
    }

    [TestMethod]
    public async Task Progress_and_messages_of_1C_reach_who_follows_the_operation()
    {
        var started = await oneC.Server.Client.InvokeAsync(OneCServer.Id, """{"method":"ДолгаяОперация","args":{"Опросов":2},"background":true}""");
        var id = started.Json.GetProperty("operationId").GetString();

        var ended = await Eventually.BecomesAsync(() => oneC.Server.Client.GetAsync($"/api/v1/background/{id}"), seen => seen.Text.Contains("\"Completed\"", StringComparison.Ordinal));

        started.Status.Should().Be(202);
        ended.Text.Should().Contain("\"Completed\"").And.Contain("Готово");
    }

    [TestMethod]
    public async Task Cancelling_the_operation_here_cancels_it_in_1C()
    {
        await using var own = await OneCServer.StartAsync(Settings);
        var started = await own.Server.Client.InvokeAsync(OneCServer.Id, """{"method":"ДолгаяОперация","args":{"Опросов":-1},"background":true}""");
        var id = started.Json.GetProperty("operationId").GetString();
        await Eventually.BecomesAsync(() => Task.FromResult(own.Base.Operations.All.Any(operation => operation.Polls > 0)), polled => polled);

        await own.Server.Client.PostAsync($"/api/v1/background/{id}/cancel", "{}");

        (await Eventually.BecomesAsync(() => Task.FromResult(own.Base.Operations.All.Single().State), state => state == "Canceled")).Should().Be("Canceled");
        own.Base.Requests.Count("/operations/", "DELETE").Should().Be(1);
    }

    [TestMethod]
    public async Task Short_failures_of_a_look_do_not_end_the_operation()
    {
        await using var own = await OneCServer.StartAsync(Settings);
        own.Base.Faults.Add(Emulators.OneC.FaultKind.Blocked, 4, "/operations/");

        var answer = await own.CallAsync("ДолгаяОперация", """{"Опросов":0}""");

        OneCOutcome.Of(answer).Should().Be("OK {\"Обработано\":3}");
        own.Base.Effects.Count.Should().Be(1);
    }

    [TestMethod]
    [DataRow("Exchange|Version", "{}", "OK \"1\"")]
    [DataRow("Exchange|GetIBParameters", "{\"ExchangePlanName\":\"Терминалы\",\"NodeCode\":\"001\"}", null)]
    [DataRow("Exchange|GetIBParameters", "{\"ExchangePlanName\":\"Терминалы\",\"NodeCode\":\"001\",\"IsXDTOExchangePlan\":true}", "OK {\"NodeExists\":true,\"NodeCode\":\"001\",\"IsXDTOExchangePlan\":true,\"InfobasePrefix\":\"ЦБ\",\"ConfigurationVersion\":\"11.5.12.73\"}")]
    [DataRow("Exchange|CreateExchangeNode", "{\"Settings\":{\"Код\":\"002\"}}", "OK null")]
    [DataRow("Exchange|RemoveExchangeNode", "{\"ExchangePlanName\":\"Терминалы\",\"NodeCode\":\"002\"}", "OK null")]
    [DataRow("Exchange|GetIBParameters", "{\"ExchangePlanName\":\"Нет\",\"NodeCode\":\"1\",\"IsXDTOExchangePlan\":true}", "Rejected ONEC_REQUEST_WRONG False")]
    [DataRow("Exchange|GetContinuousOperationStatus", "{\"OperationID\":\"7c1f8f3e-2b9a-4a55-9b51-0d8f6d7a9001\"}", "OK {\"ActionState\":\"Canceled\",\"Message\":\"Операция не найдена\"}")]
    [DataRow("Exchange|DownloadData", "{\"ExchangePlanName\":\"Терминалы\",\"NodeCode\":\"001\",\"FileID\":\"нет\"}", "Rejected ONEC_REQUEST_WRONG False")]
    [DataRow("Exchange|PutMessageForDataMatching", "{\"ExchangePlanName\":\"Терминалы\",\"NodeCode\":\"001\",\"FileID\":\"нет\"}", "Rejected ONEC_REQUEST_WRONG False")]
    [DataRow("Exchange|GetFilePart", "{\"SessionID\":\"7c1f8f3e-2b9a-4a55-9b51-0d8f6d7a9001\",\"PartNumber\":1}", "Rejected ONEC_REQUEST_WRONG False")]
    [DataRow("Exchange|ReleaseFile", "{\"SessionID\":\"7c1f8f3e-2b9a-4a55-9b51-0d8f6d7a9001\"}", "OK null")]
    public async Task Methods_of_the_standard_exchange_service_answer(string method, string args, string? outcome)
    {
        var answer = await oneC.CallAsync(method, args);

        OneCOutcome.Of(answer).Should().Be(outcome ?? "Rejected ONEC_REQUEST_WRONG False");
    }

    [TestMethod]
    public async Task File_goes_there_in_parts_and_comes_back_the_same()
    {
        var text = Convert.ToBase64String(Random.Shared.GetItems(Enumerable.Range(0, 256).Select(value => (byte)value).ToArray(), 5_000));
        var served = oneC.Base.Files.PartsServed;

        var file = await oneC.CallAsync("Exchange|SendFile", $$"""{"Content":"{{text}}","FileName":"Сообщение.xml"}""");
        var back = await oneC.CallAsync("Exchange|FetchFile", $$"""{"FileID":{{file.Value.GetRawText()}}}""");

        back.Status.Should().Be(200, back.Text);
        back.Value.GetString().Should().Be(text);
        (oneC.Base.Files.PartsServed - served).Should().BeGreaterThanOrEqualTo(5);
    }

    [TestMethod]
    public async Task Lost_part_is_sent_again_and_the_file_is_whole()
    {
        await using var own = await OneCServer.StartAsync(Settings);
        own.Base.Faults.Add(Emulators.OneC.FaultKind.BreakAfter, 1, "PutFilePart");
        own.Base.Faults.Add(Emulators.OneC.FaultKind.BadGateway, 1, "GetFilePart");
        var text = Convert.ToBase64String(Random.Shared.GetItems(Enumerable.Range(0, 256).Select(value => (byte)value).ToArray(), 3_000));

        var file = await own.CallAsync("Exchange|SendFile", $$"""{"Content":"{{text}}"}""");
        var back = await own.CallAsync("Exchange|FetchFile", $$"""{"FileID":{{file.Value.GetRawText()}}}""");

        back.Value.GetString().Should().Be(text);
        own.Base.Files.PartsReceived.Should().BeGreaterThan(own.Base.Requests.Count("PutFilePart") - 2);
        own.Base.Files.Open.Should().Be(0);
    }

    [TestMethod]
    public async Task File_given_up_is_released()
    {
        await using var own = await OneCServer.StartAsync(Settings);
        own.Base.Faults.Add(Emulators.OneC.FaultKind.ScriptError, 1, "SaveFileFromParts");

        var answer = await own.CallAsync("Exchange|SendFile", """{"Content":"AAEC"}""");

        OneCOutcome.Of(answer).Should().Be("Rejected ONEC_ERROR False");
        own.Base.Files.Released.Should().Be(1);
        own.Base.Files.Open.Should().Be(0);
    }

    [TestMethod]
    public async Task Data_are_loaded_into_1C_and_waited_for()
    {
        var answer = await oneC.CallAsync("Exchange|Load", """{"ExchangePlanName":"Терминалы","NodeCode":"001","Content":"PE1lc3NhZ2UvPg=="}""");

        OneCOutcome.Of(answer).Should().Be("OK null");
        oneC.Base.Effects.All.Should().Contain("DownloadData");
    }

    [TestMethod]
    public async Task Data_are_unloaded_from_1C_and_fetched()
    {
        var answer = await oneC.CallAsync("Exchange|Unload", """{"ExchangePlanName":"Терминалы","NodeCode":"001"}""");

        answer.Status.Should().Be(200, answer.Text);
        System.Text.Encoding.UTF8.GetString(answer.Value.GetBytesFromBase64()).Should().Contain("Данные обмена");
    }

    [TestMethod]
    public async Task Parts_can_be_sent_by_hand()
    {
        const string session = "7c1f8f3e-2b9a-4a55-9b51-0d8f6d7a9777";
        foreach (var number in new[] { 1, 2, 1 }) (await oneC.CallAsync("Exchange|PutFilePart", $$"""{"SessionID":"{{session}}","PartNumber":{{number}},"Content":"AAEC"}""")).Status.Should().Be(200);

        var saved = await oneC.CallAsync("Exchange|SaveFileFromParts", $$"""{"SessionID":"{{session}}","PartCount":2}""");
        var prepared = await oneC.CallAsync("Exchange|PrepareGetFile", $$"""{"FileID":{{saved.Value.GetProperty("FileID").GetRawText()}},"BlockSize":0}""");
        var part = await oneC.CallAsync("Exchange|GetFilePart", $$"""{"SessionID":{{prepared.Value.GetProperty("SessionID").GetRawText()}},"PartNumber":1}""");

        prepared.Value.GetProperty("PartCount").GetInt32().Should().Be(1);
        part.Value.GetString().Should().Be("AAECAAEC");
    }
}
