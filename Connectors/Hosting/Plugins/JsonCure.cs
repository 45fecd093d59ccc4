using System.Text.Json;

namespace Connectors.Hosting;

/// <summary>System.Text.Json keeps the contracts of every type in its default options and in a cache shared by all options.</summary>
internal sealed class JsonCure : IContextCure
{
    public void Clear(ContextTypes types) => FrameworkFields.ClearCache(typeof(JsonSerializer).Assembly, "System.Text.Json.JsonSerializerOptionsUpdateHandler");
}
