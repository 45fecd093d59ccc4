using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Fills the argument templates of a command. No shell reads them: each is one argument, whatever stands in it.</summary>
internal static class CommandArguments
{
    public const string In = "{in}", Out = "{out}", PinFile = "{pinFile}", Detached = "{detached}";

    public static IEnumerable<string> Of(SignerEntry entry, SignatureForm form, WorkFolder folder)
    {
        var command = entry.Command!;
        var flag = form == SignatureForm.Detached ? command.DetachedFlag : command.AttachedFlag;
        return TemplatesOf(command, form)
            .Where(template => template != Detached || flag.Length > 0)
            .Select(template => Places(entry, template)
                .Replace(Detached, flag, StringComparison.Ordinal)
                .Replace(In, folder.In, StringComparison.Ordinal)
                .Replace(Out, folder.Out, StringComparison.Ordinal)
                .Replace(PinFile, folder.Pin, StringComparison.Ordinal));
    }

    /// <summary>Fills in what does not change from run to run.</summary>
    public static string Places(SignerEntry entry, string template) => template
        .Replace("{config}", entry.Folder, StringComparison.Ordinal)
        .Replace("{certificate}", entry.Certificate ?? "", StringComparison.Ordinal)
        .Replace("{thumbprint}", entry.Thumbprint ?? "", StringComparison.Ordinal);

    public static bool Names(CommandSettings command, SignatureForm form, string place) =>
        TemplatesOf(command, form).Any(template => template.Contains(place, StringComparison.Ordinal));

    private static IReadOnlyList<string> TemplatesOf(CommandSettings command, SignatureForm form) => form == SignatureForm.Attached ? command.Attached : command.Detached;
}
