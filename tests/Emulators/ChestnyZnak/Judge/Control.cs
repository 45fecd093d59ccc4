using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Emulators.ChestnyZnak;

/// <summary>What tests ask and set from outside, below <c>/_emulator</c>.</summary>
internal static class Control
{
    public const string Prefix = "_emulator";
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static Reply Handle(ChestnyZnakEmulator emulator, Call call)
    {
        try
        {
            return emulator.World.Once(() => Answer(emulator, call));
        }
        catch (Exception wrong) when (wrong is JsonException or RefusalException or KeyNotFoundException)
        {
            return Reply.Text($"{wrong.Message}\n", 400);
        }
    }

    private static Reply Answer(ChestnyZnakEmulator emulator, Call call) => (call.Method, call.Path) switch
    {
        ("GET", "") => Summary(emulator),
        ("POST", "faults") => Arm(emulator, call),
        ("DELETE", "faults") => Disarm(emulator),
        ("GET", "handed-out") => Lines(emulator.Judge.HandedOut(call.Ask("orderId"))),
        ("GET", "documents") => Lines(emulator.World.Documents.All.Select(one => $"{one.Number}\t{one.Type}\t{one.Status}\t{one.SenderInn}\t{one.ReceiverInn}")),
        ("GET", "sign-ins") => Lines(emulator.World.Tokens.All.Select(one => $"{one.Purpose}\t{one.Inn}\t{one.OmsConnection}\t{one.Given.At()}\t{(one.Killed ? "killed" : "alive")}")),
        ("GET", "requests") => Lines(emulator.World.Requests.All.GroupBy(one => one.Endpoint).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}\t{group.Count()}")),
        ("GET", "orders") => Lines(emulator.World.Orders.All.SelectMany(one => one.Buffers.Select(buffer => $"{one.OrderId}\t{one.Status}\t{buffer.Gtin}\t{buffer.Status}\t{buffer.Quantity}\t{buffer.Passed}\t{buffer.Annulled}\t{one.ClosedBy}"))),
        ("GET", "doubles") => Lines(emulator.Judge.Doubles().Select(one => $"{one.Kind}\t{one.Ids.Count}\t{string.Join(' ', one.Ids)}")),
        ("POST", "seed") => SeedFile.Read(emulator, call.Object()),
        _ => Reply.Text("No such thing here\n", 404),
    };

    private static Reply Arm(ChestnyZnakEmulator emulator, Call call)
    {
        emulator.Faults.Add(call.Object().Deserialize<Fault>(Form)!);
        return Reply.Empty(204);
    }

    private static Reply Disarm(ChestnyZnakEmulator emulator)
    {
        emulator.Faults.Clear();
        return Reply.Empty(204);
    }

    private static Reply Summary(ChestnyZnakEmulator emulator) => Reply.Json(new JsonObject
    {
        ["trueApi"] = emulator.TrueApi.ToString(),
        ["suz"] = emulator.Suz.ToString(),
        ["cdn"] = emulator.Cdn.ToString(),
        ["localModule"] = emulator.LocalModule.ToString(),
        ["piot"] = emulator.Piot.ToString(),
        ["piotInformation"] = emulator.PiotInformation.ToString(),
        ["organisations"] = emulator.World.Organisations.All.Select(one => new JsonObject { ["inn"] = one.Inn, ["omsId"] = one.OmsId, ["omsConnection"] = one.OmsConnection }).Of(),
        ["codes"] = emulator.World.Codes.Count,
        ["documents"] = emulator.World.Documents.Count,
        ["requests"] = emulator.World.Requests.Count.ToString(CultureInfo.InvariantCulture),
    });

    private static Reply Lines(IEnumerable<string> lines) => Reply.Text(string.Concat(lines.Select(line => $"{line}\n")));
}
