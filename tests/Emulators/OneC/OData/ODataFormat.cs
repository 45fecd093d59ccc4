namespace Emulators.OneC;

/// <summary>The form asked for. JSON comes only when it is asked for; the default is Atom.</summary>
internal static class ODataFormat
{
    public static bool WantsJson(OneCRequest request) => Asked(request).Contains("json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without links and type names.</summary>
    public static bool IsLight(OneCRequest request) => Asked(request).Replace(" ", "", StringComparison.Ordinal).Contains("odata=nometadata", StringComparison.OrdinalIgnoreCase);

    private static string Asked(OneCRequest request) => request.Query["$format"] ?? request.Header("Accept");
}
