using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>A form with files (<c>multipart/form-data</c>); a part whose argument is not given is left out.</summary>
internal sealed class MultipartBody(IReadOnlyList<PartTemplate> parts) : IBody
{
    public IReadOnlyList<PlaceUse> Uses { get; } = [.. parts.SelectMany(part => part.Uses)];

    public TransportBody Render(RestCall call) =>
        TransportBody.Multipart([.. parts.Where(part => part.Value.Whole is not { } name || call.Has(name)).Select(part => Part(part, call))]);

    private static TransportPart Part(PartTemplate part, RestCall call)
    {
        var value = part.Value.Whole is { } name ? call.ValueOf(name) : null;
        var fileName = part.FileName?.Render(call.TextOf);
        return new(part.Name, Content(part, call, value)) { FileName = string.IsNullOrEmpty(fileName) ? value is byte[] ? part.Name : null : fileName };
    }

    private static TransportBody Content(PartTemplate part, RestCall call, object? value) => value switch
    {
        byte[] bytes => TransportBody.Bytes(bytes, part.ContentType ?? "application/octet-stream"),
        ConnectorRecord or ConnectorTable or IReadOnlyList<object?> => TransportBody.Text(call.JsonOf(part.Value.Whole!)!.ToString(Newtonsoft.Json.Formatting.None), part.ContentType ?? "application/json"),
        _ => TransportBody.Text(part.Value.Render(call.TextOf), part.ContentType ?? "text/plain"),
    };
}
