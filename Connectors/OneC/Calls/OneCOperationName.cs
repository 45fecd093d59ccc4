namespace Connectors.OneC;

/// <summary>Names such as <c>TerminalGate.GetRemains</c>: an operation of a web service. Names of operations hold no dots; those of services may.</summary>
internal static class OneCOperationName
{
    /// <summary>The two parts; null where there are none.</summary>
    public static (string Service, string Operation)? Read(string name)
    {
        var text = name.Trim();
        var dot = text.LastIndexOf('.');
        return dot > 0 && dot < text.Length - 1 ? (text[..dot], text[(dot + 1)..]) : null;
    }

    /// <summary>Whether a name is that of an operation of a service of the settings.</summary>
    public static bool IsOf(OneCSoapSettings settings, string name) =>
        Read(name) is var (service, _) && settings.Services.Any(known => known.Name.Trim() == service);
}
