using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>The five methods by which a file goes in and out in parts.</summary>
internal sealed class FileMethods(OneCFiles files)
{
    public static string? VerbOf(string name) => name switch
    {
        "PutFilePart" or "SaveFileFromParts" or "PrepareGetFile" => "POST",
        "GetFilePart" => "GET",
        "ReleaseFile" => "DELETE",
        _ => null,
    };

    public OneCReply Run(string name, OneCRequest request)
    {
        switch (name)
        {
            case "PutFilePart":
                files.Put(Session(request), Number(request, "PartNumber"), request.Body);
                return OneCReply.Empty(200);
            case "SaveFileFromParts":
                return OneCReply.Json(200, new JsonObject { ["FileID"] = files.Assemble(Session(request), Number(request, "PartCount")) });
            case "PrepareGetFile":
                var (session, parts) = files.Prepare(Text(request, "FileID"), Number(request, "BlockSize"));
                return OneCReply.Json(200, new JsonObject { ["SessionID"] = session, ["PartCount"] = parts });
            case "GetFilePart":
                return new OneCReply(200, "application/octet-stream", files.Part(Session(request), Number(request, "PartNumber")));
            default:
                files.Release(Session(request));
                return OneCReply.Empty(200);
        }
    }

    public static string Text(OneCRequest request, string name) =>
        request.Query[name] is { Length: > 0 } value ? value : throw new OneCCallException(400, "NO_PARAMETER", $"Не передан параметр {name}");

    public static int Number(OneCRequest request, string name) =>
        int.TryParse(Text(request, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new OneCCallException(400, "BAD_PARAMETER", $"Параметр {name} не число");

    private static string Session(OneCRequest request)
    {
        var text = Text(request, "SessionID");
        return Guid.TryParseExact(text, "D", out _) && !text.Any(char.IsUpper) ? text : throw new OneCCallException(400, "BAD_PARAMETER", "SessionID не UUID");
    }
}
