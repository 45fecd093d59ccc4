using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Reads one entry of <c>connectors.json</c>. Its ranges are the documented ones.</summary>
internal sealed class EntryReader(SettingsReader settings, IReadOnlySet<string> builtIn)
{
    private static readonly string[] Names =
    [
        "id", "type", "enabled", "timeout", "timeoutUnit", "timeoutBehavaior", "timeoutBehavior", "gate", "queue", "retries", "retryDelay",
        "breaker", "replay", "swap", "reInvoke", "classJoiner", "settings",
    ];

    private static readonly string[] BreakerNames = ["failures", "pause"];

    /// <summary>Reads an entry; null when it has no id to be known by.</summary>
    public ConfiguredConnector? Read(JsonElement entry, EntryProblems problems)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            problems.Add("", entry.GetRawText(), "must be an object { \"id\", \"type\", … }", "нужен объект { \"id\", \"type\", … }");
            return null;
        }

        var fields = new EntryFields(entry, Names, problems);
        var id = fields.Text("id");
        if (id is null && !fields.TryGet("id", out _)) fields.Wrong("id", "is missing; calls name the connector by it", "не указан; по нему коннектор вызывают");
        if (id?.Contains(':', StringComparison.Ordinal) == true) fields.Wrong("id", "must not hold a colon; it ends the id in a call", "не может содержать двоеточие: оно завершает id в вызове");
        var type = TypeOf(fields, id);
        var own = fields.TryGet("settings", out var element) ? Settings(element, fields, problems) : new(ConfiguredConnector.NoSettings, "");
        var options = Options(fields, new ConnectorOptions(id ?? "", type), problems) with { SettingsText = own.Text };
        return id is null ? null : new ConfiguredConnector(options, own.Section, problems.FaultOf(id));
    }

    private string TypeOf(EntryFields fields, string? id)
    {
        var type = fields.Text("type");
        if (id is not null && builtIn.Contains(id))
        {
            if (type is not null && !type.Equals(id, StringComparison.OrdinalIgnoreCase))
                fields.Wrong("type", $"'{id}' is built in and has no other type; leave it out", $"«{id}» встроен, другого типа у него нет; уберите");
            return id;
        }

        if (type is null && !fields.TryGet("type", out _)) fields.Wrong("type", "is missing; it names the connector's class in a plugin", "не указан; это имя коннектора в плагине");
        return type ?? "";
    }

    private EntrySettings Settings(JsonElement element, EntryFields fields, EntryProblems problems)
    {
        if (element.ValueKind == JsonValueKind.Object) return settings.Read(element, problems);
        fields.Wrong("settings", "must be an object of names and values", "нужен объект имён и значений");
        return new(ConfiguredConnector.NoSettings, "");
    }

    private static ConnectorOptions Options(EntryFields fields, ConnectorOptions plain, EntryProblems problems)
    {
        var breaker = Breaker(fields, problems);
        var unit = fields.Choice("timeoutUnit", plain.TimeoutUnit, "ms", "s");
        return plain with
        {
            Enabled = fields.Flag("enabled", plain.Enabled),
            Timeout = Timeout(fields, plain.Timeout, unit),
            TimeoutIsGiven = fields.TryGet("timeout", out _),
            TimeoutBehavaior = Behavior(fields, "timeoutBehavaior") ?? Behavior(fields, "timeoutBehavior"),
            TimeoutIsBare = IsBare(fields, out _),
            TimeoutUnit = unit,
            Gate = fields.Number("gate", 1, 1000),
            Queue = fields.Number("queue", 0, 10_000) ?? plain.Queue,
            Retries = fields.Number("retries", 0, 10) ?? plain.Retries,
            RetryDelay = fields.Duration("retryDelay", plain.RetryDelay, TimeSpan.Zero, TimeSpan.FromMinutes(5)),
            BreakerFailures = breaker?.Number("failures", 0, 1000) ?? plain.BreakerFailures,
            BreakerPause = breaker?.Duration("pause", plain.BreakerPause, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)) ?? plain.BreakerPause,
            ReplayInStore = fields.Choice("replay", "memory", "memory", "store") == "store",
            StopFirst = fields.TryGet("swap", out _) ? fields.Choice("swap", "overlap", "overlap", "stopFirst") == "stopFirst" : null,
            ReInvoke = fields.Names("reInvoke") ?? plain.ReInvoke,
            ClassJoiner = fields.Text("classJoiner", plain.ClassJoiner),
        };
    }

    // The field's spelling, and the one everybody types.
    private static TimeoutBehavaior? Behavior(EntryFields fields, string name) =>
        fields.TryGet(name, out _) ? Enum.Parse<TimeoutBehavaior>(fields.Choice(name, nameof(TimeoutBehavaior.ThrowException), Enum.GetNames<TimeoutBehavaior>())) : null;

    private static EntryFields? Breaker(EntryFields fields, EntryProblems problems)
    {
        if (!fields.TryGet("breaker", out var element)) return null;
        if (element.ValueKind == JsonValueKind.Object) return new EntryFields(element, BreakerNames, problems, "breaker.");
        fields.Wrong("breaker", "must be an object { \"failures\": 3, \"pause\": \"00:00:05\" }", "нужен объект { \"failures\": 3, \"pause\": \"00:00:05\" }");
        return null;
    }

    // Only a classic connector may be given a bare number, in its unit; whether the type is classic is known where it is built.
    private static TimeSpan? Timeout(EntryFields fields, TimeSpan? otherwise, string unit)
    {
        if (!IsBare(fields, out var value))
            return fields.Duration("timeout", otherwise ?? TimeSpan.Zero, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(24));
        if (!value.TryGetInt32(out var number) || number < 0)
        {
            fields.Wrong("timeout", "must be hh:mm:ss, or for a classic connector a whole number from 0 (no limit)", "нужно чч:мм:сс, а для классического коннектора целое число от 0 (без предела)");
            return otherwise;
        }

        return number == 0 ? null : unit == "s" ? TimeSpan.FromSeconds(number) : TimeSpan.FromMilliseconds(number);
    }

    private static bool IsBare(EntryFields fields, out JsonElement value) => fields.TryGet("timeout", out value) && value.ValueKind == JsonValueKind.Number;
}
