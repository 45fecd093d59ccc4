using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Xml.Serialization;
using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Swap;

/// <summary>One plugin in several versions. Uses everything that is known to keep an unloaded plugin in memory.</summary>
[Connector("Swap", Settings = typeof(SwapSettings))]
public sealed class SwapConnector : Connector, IAsyncDisposable
{
    private readonly SwapSettings settings;
    private readonly ILogger<SwapConnector> log;

    public SwapConnector(SwapSettings settings, ILogger<SwapConnector> log)
    {
        this.settings = settings;
        this.log = log;
#if BROKEN
        throw new InvalidOperationException("Version 3 cannot start.");
#endif
    }

    [ConnectorMethod(Safety = MethodSafety.Safe)]
#if SWAP_V1
    public string Version() => "1";
#elif SWAP_V2
    public string Version() => "2";
#else
    public string Version() => "3";
#endif

    [ConnectorMethod]
    public async Task<string> SlowVersionAsync(int milliseconds = 50)
    {
        await Task.Delay(milliseconds);
        return Version();
    }

    /// <summary>Uses one thing, or all of them that can be cured; XmlSerializer cannot.</summary>
    [ConnectorMethod]
    public string Use(string what = "everything")
    {
        var all = what == "everything";
        var item = new SwapItem { Name = settings.Name, Count = 3, Mode = settings.Mode };
        var text = "";
        if (all || what == "System.Text.Json") text += JsonSerializer.Deserialize<SwapItem>(JsonSerializer.Serialize(item))!.Name;
        if (all || what == "Newtonsoft.Json") text += JsonConvert.DeserializeObject<SwapItem>(JsonConvert.SerializeObject(item))!.Name;
        if (all || what == "TypeDescriptor") text += TypeDescriptor.GetProperties(typeof(SwapItem)).Count + TypeDescriptor.GetConverter(typeof(SwapMode)).ConvertToInvariantString(SwapMode.Second);
        if (all || what == "Validator") text += Validator.TryValidateObject(item, new ValidationContext(item), null, validateAllProperties: true);
        if (what == "XmlSerializer") text += Xml(item);
        if (all || what == "ILogger") log.LogInformation("Used by {Name}.", settings.Name);
        return text;
    }

    public ValueTask DisposeAsync()
    {
        log.LogInformation("Swap {Version} disposed.", Version());
        return ValueTask.CompletedTask;
    }

    private static string Xml(SwapItem item)
    {
        using var text = new StringWriter();
        new XmlSerializer(typeof(SwapItem)).Serialize(text, item);
        return text.ToString().Length > 0 ? "xml" : "";
    }
}
