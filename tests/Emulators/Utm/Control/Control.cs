using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Emulators.Utm;

/// <summary>What tests ask and set from outside, below <c>/_emulator</c> of any UTM; faults, twists and conditions are those of the UTM that is asked.</summary>
internal static class Control
{
    public const string Prefix = "_emulator";
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static Reply Handle(UtmHost host, UtmRequest request)
    {
        try
        {
            return request.Is("POST", Prefix, "seed") ? SeedFile.Read(host.Emulator, request.Body) : host.Emulator.World.Once(() => Answer(host, request));
        }
        catch (Exception wrong) when (wrong is JsonException or SchemaException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return Reply.Text($"{wrong.Message}\n", 400);
        }
    }

    /// <summary>What happens when the answer has gone.</summary>
    public static Task AfterAsync(UtmHost host, UtmRequest request)
    {
        if (request.Is("POST", Prefix, "offline")) _ = Task.Run(() => host.RefuseForAsync(TimeSpan.FromMilliseconds(Milliseconds(request))), CancellationToken.None);
        return Task.CompletedTask;
    }

    private static Reply Answer(UtmHost host, UtmRequest request) => (request.Verb, request.Segment(1)) switch
    {
        ("GET", "") => Summary(host),
        ("POST", "faults") => Done(() => host.Faults.Add(JsonSerializer.Deserialize<Fault>(request.Body, Form)!)),
        ("DELETE", "faults") => Done(host.Faults.Clear),
        ("POST", "twists") => Done(() => Change(host.Twists, request.Body)),
        ("POST", "conditions") => Done(() => Change(host.Conditions, request.Body)),
        ("POST", "options") => Done(() => Change(host.Emulator.Options, request.Body)),
        ("POST", "release") => Reply.Text($"{host.Release(request.Ask("kind") ?? "*", int.Parse(request.Ask("count") ?? "1000000", CultureInfo.InvariantCulture))}\n"),
        ("POST", "partner") => Reply.Text($"{host.Emulator.Seed.Partner(System.Text.Encoding.UTF8.GetString(request.Body)).RequestId}\n"),
        ("POST", "offline") => Reply.Text($"{Milliseconds(request)} ms\n"),
        ("POST", "database") => Done(host.MakeDatabaseAnew),
        ("GET", _) => Lines(Told(host, request)),
        _ => Reply.Text("No such thing here\n", 404),
    };

    private static IEnumerable<string> Told(UtmHost host, UtmRequest request)
    {
        var (world, judge) = (host.Emulator.World, host.Emulator.Judge);
        return request.Segment(1) switch
        {
            "posts" => judge.Posts().Select(one => $"{one.Order}\t{one.FsrarId}\t{one.Element}\t{one.Identity}\t{one.About}\t{one.RequestId}\t{one.Hash}\t{one.Accepted.ToString("O", null)}\t{(one.Withdrawn ? "withdrawn" : one.Conducted ? "conducted" : one.Delivered ? "delivered" : "waiting")}"),
            "removals" => judge.Removals().Select(one => $"{one.DeletedOrder}\t{one.FsrarId}\t{one.Epoch}\t{one.Path}\t{one.Kind}\t{one.ReplyId}\t{one.Deleted!.Value.ToString("O", null)}\t{Convert.ToHexStringLower(SHA256.HashData(world.BytesOf(one)))}"),
            "requests" => judge.Requests().Select(one => $"{one.FsrarId}\t{one.Endpoint}\t{one.Count}"),
            "doubles" => judge.Doubles().Select(one => $"{one.FsrarId}\t{one.Element}\t{one.What}\t{one.RequestIds.Count}"),
            "box" => world.Box.Rows.Where(one => one.Deleted is null).Select(one => $"{one.FsrarId}\t{one.Path}\t{one.Kind}\t{one.ReplyId}\t{(one.Held ? "held" : "shown")}"),
            "waybills" => world.Waybills.Rows.Select(one => $"{one.RegId}\t{one.Shipper}\t{one.Consignee}\t{one.Number}\t{one.State}"),
            "stock" => world.Batches.Rows.Select(one => $"{one.FsrarId}\t{one.F2}\t{one.F1}\t{one.AlcCode}\t{Xml.Number(one.Quantity)}\t{world.Marks.Of(one.F2).Count}"),
            "shop" => world.Shop.Rows.Select(one => $"{one.FsrarId}\t{one.AlcCode}\t{Xml.Number(one.Quantity)}"),
            "marks" => world.Marks.Of(request.Ask("f2") ?? "").Select(one => one.Code),
            "acts" => world.Acts.Rows.Select(one => $"{one.RegId}\t{one.FsrarId}\t{one.Element}\t{(one.Repealed ? "repealed" : "conducted")}"),
            var other => throw new KeyNotFoundException($"There is nothing called {other} here."),
        };
    }

    private static Reply Summary(UtmHost host) => Reply.Json(new JsonObject
    {
        ["fsrarId"] = host.FsrarId,
        ["utms"] = new JsonArray([.. host.Emulator.Hosts.Select(one => (JsonNode)new JsonObject { ["fsrarId"] = one.FsrarId, ["address"] = one.Address.ToString(), ["outBox"] = one.OutBox.Count })]),
        ["posts"] = host.Emulator.World.Posts.Count,
        ["waybills"] = host.Emulator.World.Waybills.Count,
    });

    // Only what is named changes.
    private static void Change<T>(T target, byte[] body)
        where T : class
    {
        foreach (var (name, value) in JsonNode.Parse(body)!.AsObject())
        {
            var property = typeof(T).GetProperties().FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && one.CanWrite) ?? throw new KeyNotFoundException($"{typeof(T).Name} has no {name}.");
            property.SetValue(target, value.Deserialize(property.PropertyType, Form));
        }
    }

    private static int Milliseconds(UtmRequest request) => int.Parse(request.Ask("milliseconds") ?? "1000", CultureInfo.InvariantCulture);

    private static Reply Done(Action act)
    {
        act();
        return Reply.Empty(204);
    }

    private static Reply Lines(IEnumerable<string> lines) => Reply.Text(string.Concat(lines.Select(line => $"{line}\n")));
}
