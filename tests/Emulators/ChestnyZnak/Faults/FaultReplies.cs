using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Emulators.ChestnyZnak;

/// <summary>The answers of faults with a status.</summary>
internal static class FaultReplies
{
    private const string Sentence = "Сервис временно недоступен";

    public static Reply Echo(Fault fault, IHeaderDictionary headers, IReadOnlyList<string> codes)
    {
        var sentence = $"Доступ по {headers.Authorization} {headers["clientToken"]} с подписью {headers["X-Signature"]} запрещён, код {(codes.Count > 0 ? codes[^1] : null)} не найден";
        return Reply.Json(new JsonObject { ["error_message"] = sentence }, fault.Status);
    }

    public static Reply Of(Fault fault)
    {
        var (type, text) = fault.Body switch
        {
            FaultBody.ErrorMessage => ("application/json", $$"""{"error_message":"{{Sentence}}"}"""),
            FaultBody.Items => ("application/json", $$"""[{"errorMessage":"{{Sentence}}","errorCode":"{{fault.Status}}"}]"""),
            FaultBody.GlobalErrors => ("application/json", $$"""{"fieldErrors":[{"fieldName":"products[0].gtin","fieldError":"{{Sentence}}","errorCode":"1230"}],"globalErrors":[{"error":"{{Sentence}}","errorCode":1000}],"success":false}"""),
            FaultBody.GlobalErrorTexts => ("application/json", $$"""{"globalErrors":["{{Sentence}}"],"success":false}"""),
            FaultBody.CodeDescription => ("application/json", $$"""{"code":{{fault.Status}},"description":"{{Sentence}}"}"""),
            FaultBody.Gateway => ("application/json", $$"""{"error":"unavailable","error_description":"{{Sentence}}"}"""),
            FaultBody.Text => ("text/plain;charset=UTF-8", Sentence),
            FaultBody.Html => ("text/html;charset=UTF-8", "<html><head><title>Bad Gateway</title></head><body><center><h1>Bad Gateway</h1></center><hr><center>nginx</center></body></html>"),
            FaultBody.TruncatedJson => ("application/json", $$"""{"error_message":"{{Sentence[..7]}}"""),
            FaultBody.StackTrace => ("text/plain", "java.lang.NullPointerException: Cannot invoke \"String.length()\"\n\tat ru.crpt.gateway.Filter.apply(Filter.java:42)\n\tat java.base/java.lang.Thread.run(Thread.java:833)\n"),
            FaultBody.Xml => ("application/xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><error><code>{fault.Status}</code><message>{Sentence}</message></error>"),
            _ => (null, ""),
        };
        var reply = type is null ? Reply.Empty(fault.Status) : Reply.Text(text, fault.Status, type);
        return reply with { RetryAfter = fault.RetryAfter };
    }
}
