using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>Methods of the HTTP service by name. Names of 1C do not know case.</summary>
public sealed class OneCFunctions
{
    private readonly ConcurrentDictionary<string, Func<OneCCall, Task<OneCReply>>> all = new(StringComparer.OrdinalIgnoreCase);

    internal OneCFunctions(OneCBase owner)
    {
        TradeFunctions.AddTo(this);
        ValueFunctions.AddTo(this);
        FaultyFunctions.AddTo(this);
        LongFunctions.AddTo(this, owner);
        AnyFunction.AddTo(this);
    }

    /// <summary>Adds or replaces a method whose answer is a result.</summary>
    public void Add(string name, Func<OneCCall, JsonNode?> run) => all[name] = call => Task.FromResult(Result(run(call)));

    /// <summary>Adds or replaces a method that answers as it likes.</summary>
    public void AddReply(string name, Func<OneCCall, Task<OneCReply>> run) => all[name] = run;

    /// <summary>The answer with a result.</summary>
    public static OneCReply Result(JsonNode? result) => OneCReply.Json(200, new JsonObject { ["result"] = result });

    internal Func<OneCCall, Task<OneCReply>>? Find(string name) => all.GetValueOrDefault(name);
}
