using System.Text;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Server.Storage;

/// <summary>What the tables of background operations keep as text: records in the JSON of records.</summary>
internal static class BackgroundText
{
    public static string Of(ConnectorRecord record) => Encoding.UTF8.GetString(RecordJson.Write(record));

    public static ConnectorRecord ToRecord(string text) => RecordJson.Read(Encoding.UTF8.GetBytes(text));

    public static string Of(InvokeResult result) => Of(new ConnectorRecord { { "value", result.Value }, { "error", result.Error is { } error ? RecordOf(error) : null } });

    public static InvokeResult ToResult(string text)
    {
        var record = ToRecord(text);
        return record["error"] is ConnectorRecord error ? InvokeResult.Fail(ErrorOf(error)) : InvokeResult.Ok(record["value"]);
    }

    public static string Of(ConnectorError error) => Of(RecordOf(error));

    public static ConnectorError ToError(string text) => ErrorOf(ToRecord(text));

    public static string Of(IReadOnlyList<InvokeArg> args) =>
        Of(new ConnectorRecord { { "args", args.Select(arg => new ConnectorRecord { { "name", arg.Name }, { "value", arg.Value } }).ToList<object?>() } });

    public static IReadOnlyList<InvokeArg> ToArgs(string text) =>
        [.. ((IReadOnlyList<object?>)ToRecord(text)["args"]!).Cast<ConnectorRecord>().Select(arg => new InvokeArg((string)arg["name"]!, arg["value"]))];

    public static string Of(UserMessage message) =>
        Of(new ConnectorRecord { { "text", message.Text }, { "targetId", message.TargetId }, { "dataKey", message.DataKey }, { "field", message.Field }, { "dataPath", message.DataPath } });

    public static UserMessage ToMessage(string text)
    {
        var record = ToRecord(text);
        return new UserMessage((string?)record["text"] ?? "")
        {
            TargetId = (string?)record["targetId"],
            DataKey = (string?)record["dataKey"],
            Field = (string?)record["field"],
            DataPath = (string?)record["dataPath"],
        };
    }

    private static ConnectorRecord RecordOf(ConnectorError error) => new()
    {
        { "code", error.Code.ToString() },
        { "message", error.Message },
        { "messageRu", error.MessageRu },
        { "reason", error.Reason },
        { "target", error.Target },
        { "detail", error.Detail },
        { "offenders", error.Offenders.ToList<object?>() },
        { "retryable", error.Retryable },
        { "inDoubt", error.InDoubt },
        { "retryAfter", error.RetryAfter?.Ticks },
    };

    private static ConnectorError ErrorOf(ConnectorRecord error) => new(Enum.Parse<ConnectorErrorCode>((string)error["code"]!), (string)error["message"]!)
    {
        MessageRu = (string?)error["messageRu"],
        Reason = (string?)error["reason"],
        Target = (string?)error["target"],
        Detail = (string?)error["detail"],
        Offenders = [.. ((IReadOnlyList<object?>)error["offenders"]!).Cast<string>()],
        Retryable = (bool)error["retryable"]!,
        InDoubt = (bool)error["inDoubt"]!,
        RetryAfter = error["retryAfter"] is long ticks ? TimeSpan.FromTicks(ticks) : null,
    };
}
