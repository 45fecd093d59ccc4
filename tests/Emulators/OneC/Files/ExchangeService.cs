using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>The HTTP service <c>exchange_dsl_1_0_0_1</c> of the standard subsystems: parameters in the query, errors as <c>{"Message"}</c> with 400.</summary>
internal sealed class ExchangeService(OneCBase owner)
{
    public const string Version = "1";
    private readonly FileMethods files = new(owner.Files);

    public Task<OneCReply> HandleAsync(OneCRequest request)
    {
        try
        {
            return Task.FromResult(Run(request));
        }
        catch (OneCCallException refusal)
        {
            return Task.FromResult(OneCReply.Json(400, new JsonObject { ["Message"] = refusal.Message }));
        }
    }

    private OneCReply Run(OneCRequest request)
    {
        var segments = request.Path["hs/exchange_dsl_1_0_0_1/".Length..].Split('/');
        if (segments is ["version"]) return request.Verb == "GET" ? OneCReply.Text(200, Version) : OneCReply.Empty(405);
        if (segments is not [Version, var name] || VerbOf(name) is not { } verb) return OneCReply.Text(404, "Не найден подходящий шаблон URL HTTP-сервиса");
        if (request.Verb != verb) return OneCReply.Text(405, "Метод HTTP не поддерживается");
        return FileMethods.VerbOf(name) is null ? Exchange(name, request) : files.Run(name, request);
    }

    private static string? VerbOf(string name) => name switch
    {
        "GetIBParameters" or "GetContinuousOperationStatus" => "GET",
        "CreateExchangeNode" or "DownloadData" or "UploadData" or "PutMessageForDataMatching" => "POST",
        "RemoveExchangeNode" => "DELETE",
        _ => FileMethods.VerbOf(name),
    };

    private OneCReply Exchange(string name, OneCRequest request)
    {
        if (name == "GetContinuousOperationStatus")
        {
            var (state, message) = owner.Operations.Poll(FileMethods.Text(request, "OperationID"));
            return OneCReply.Json(200, new JsonObject { ["ActionState"] = state, ["Message"] = message });
        }

        if (name == "CreateExchangeNode")
        {
            if (request.Body.Length == 0) throw Bad("Не переданы настройки узла");
            owner.Effects.Add(name);
            return OneCReply.Empty(200);
        }

        var (plan, node) = (FileMethods.Text(request, "ExchangePlanName"), FileMethods.Text(request, "NodeCode"));
        if (plan != "Терминалы") throw Bad($"План обмена {plan} не найден");
        return name switch
        {
            "GetIBParameters" => Parameters(node, FileMethods.Text(request, "IsXDTOExchangePlan")),
            "DownloadData" => Download(request),
            "UploadData" => Upload(request),
            "PutMessageForDataMatching" => Matching(request),
            _ => Done(name),
        };
    }

    private static OneCReply Parameters(string node, string isXdto) => OneCReply.Json(200, new JsonObject
    {
        ["NodeExists"] = node == "001", ["NodeCode"] = node, ["IsXDTOExchangePlan"] = isXdto == "true", ["InfobasePrefix"] = "ЦБ", ["ConfigurationVersion"] = "11.5.12.73",
    });

    private OneCReply Download(OneCRequest request)
    {
        var file = FileMethods.Text(request, "FileID");
        if (owner.Files.Whole(file) is not { } content) throw Bad($"Файл {file} не найден");
        if (!content.AsSpan().StartsWith("PK"u8)) throw Bad("Файл не является архивом zip");
        owner.Effects.Add("DownloadData");
        return OneCReply.Json(200, Started(request));
    }

    private OneCReply Upload(OneCRequest request)
    {
        var answer = Started(request);
        answer["FileID"] = owner.Files.Add(SampleFile.Zip("Message_ЦБ_001.xml", "<Message xmlns=\"http://v8.1c.ru/8.1/data/enterprise\">Данные обмена</Message>"));
        return OneCReply.Json(200, answer);
    }

    private OneCReply Matching(OneCRequest request)
    {
        if (owner.Files.Whole(FileMethods.Text(request, "FileID")) is null) throw Bad("Файл не найден");
        return Done("PutMessageForDataMatching");
    }

    private OneCReply Done(string name)
    {
        owner.Effects.Add(name);
        return OneCReply.Empty(200);
    }

    private JsonObject Started(OneCRequest request)
    {
        if (request.Query["TimeConsumingOperationAllowed"] != "true") return new JsonObject { ["TimeConsumingOperation"] = false, ["OperationID"] = "" };
        return new JsonObject { ["TimeConsumingOperation"] = true, ["OperationID"] = owner.Operations.Start(owner.Options.ExchangePolls).Id };
    }

    private static OneCCallException Bad(string message) => new(400, "BAD", message);
}
