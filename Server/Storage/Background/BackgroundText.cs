using System.Text;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Server.Storage;

/// <summary>What the tables of background operations keep as text: records in the JSON of records.</summary>
internal static class BackgroundText
{
    public static string Of(ConnectorRecord record) => Encoding.UTF8.GetString(RecordJson.Write(record));

    public static ConnectorRecord ToRecord(string text) => RecordJson.Read(Encoding.UTF8.GetBytes(text));

    public static string Of(InvokeResult result) => Of(new ConnectorRecord { { "value", result.Value }, { "error", result.Error is { } error ? ErrorRecords.Of(error) : null } });

    public static InvokeResult ToResult(string text)
    {
        var record = ToRecord(text);
        return record["error"] is ConnectorRecord error ? InvokeResult.Fail(ErrorRecords.ToError(error)) : InvokeResult.Ok(record["value"]);
    }

    public static string Of(ConnectorError error) => Of(ErrorRecords.Of(error));

    public static ConnectorError ToError(string text) => ErrorRecords.ToError(ToRecord(text));

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
}
