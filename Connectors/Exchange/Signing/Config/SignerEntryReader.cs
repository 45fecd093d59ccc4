using System.Text.Json;

namespace Connectors.Exchange;

/// <summary>Reads one entry of the file; one that is wrong stays under its name, so that its use tells what is wrong.</summary>
internal sealed class SignerEntryReader(string file, string folder, Func<string, string?> findSecret)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1), Most = TimeSpan.FromMinutes(10);

    public SignerEntry? Read(JsonElement source, string place, List<SignerProblem> problems)
    {
        if (source.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new(file, place, null, "must be an object", "нужен объект", "Write { \"name\": …, \"type\": … }.", "Запишите { \"name\": …, \"type\": … }."));
            return null;
        }

        var found = new List<SignerProblem>();
        var fields = new SignerFields(source, file, place, found, findSecret);
        var name = fields.Text("name");
        if (name is null) fields.Wrong("name", null, "is missing", "не указано");
        var kind = KindOf(fields);
        var entry = new SignerEntry(name ?? "", kind ?? SignerKind.Deferred, source.GetRawText())
        {
            Folder = folder,
            Thumbprint = ThumbprintOf(fields),
            Certificate = PathOf(fields.Text("certificate")),
            Limit = fields.Duration("limit", TimeSpan.FromSeconds(30), Least, Most),
            Command = kind == SignerKind.Command ? CommandOf(fields) : null,
            Remote = kind == SignerKind.Remote ? RemoteOf(fields) : null,
        };
        if (entry.Certificate is { } certificate && !File.Exists(certificate)) fields.Wrong("certificate", certificate, "there is no such file", "такого файла нет");
        if (kind is not null) fields.End();
        problems.AddRange(found);
        return name is null ? null : entry with { Fault = found.Find(problem => !problem.IsWarning) };
    }

    private static SignerKind? KindOf(SignerFields fields)
    {
        var text = fields.Text("type");
        if (text is not null && !text.Any(char.IsAsciiDigit) && Enum.TryParse<SignerKind>(text, ignoreCase: true, out var kind)) return kind;
        fields.Wrong("type", text, "must be one of command, remote, deferred, test", "нужно одно из: command, remote, deferred, test");
        return null;
    }

    private static string? ThumbprintOf(SignerFields fields)
    {
        if (fields.Text("thumbprint") is not { } text) return null;

        // Certificate viewers put spaces between the bytes, and an invisible mark before the first.
        var digits = string.Concat(text.Where(char.IsAsciiHexDigit)).ToUpperInvariant();
        if (digits.Length == 40 && !text.Any(letter => char.IsLetter(letter) && !char.IsAsciiHexDigit(letter))) return digits;
        fields.Wrong("thumbprint", text, "must be the certificate's SHA-1 thumbprint: 40 hexadecimal digits", "нужен отпечаток сертификата SHA-1: 40 шестнадцатеричных цифр");
        return null;
    }

    private CommandSettings? CommandOf(SignerFields fields)
    {
        var program = fields.Text("command");
        if (program is null) fields.Wrong("command", null, "is missing: the path of the program", "не указан путь программы");
        var both = fields.Texts("arguments");
        var attached = fields.Texts("attachedArguments") ?? both;
        var detached = fields.Texts("detachedArguments") ?? both;
        if (attached is null || detached is null) fields.Wrong("arguments", null, "is missing: a list with {in} and {out}, or attachedArguments and detachedArguments", "не указан список с {in} и {out} либо attachedArguments и detachedArguments");
        var settings = new CommandSettings(ProgramOf(program ?? ""), attached ?? [], detached ?? [])
        {
            AttachedFlag = fields.TextOr("attachedFlag", ""),
            DetachedFlag = fields.TextOr("detachedFlag", "-detached"),
            Environment = fields.Secrets("environment"),
            Pin = fields.Secret("pin"),
        };
        if (settings.Pin is null && settings.Attached.Concat(settings.Detached).Any(argument => argument.Contains("{pinFile}", StringComparison.Ordinal)))
            fields.Wrong("pin", null, "is missing: the arguments name {pinFile}", "не указан, а в аргументах есть {pinFile}");
        return settings;
    }

    private RemoteSettings? RemoteOf(SignerFields fields)
    {
        var address = fields.Text("address");
        var anyHttp = fields.Flag("allowHttp");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http")) fields.Wrong("address", address, "must be an address https://…", "нужен адрес https://…");
        else if (uri.UserInfo.Length > 0) fields.Wrong("address", null, "must not hold a user or password; give \"key\"", "не должен содержать пользователя и пароль; задайте «key»");
        else if (uri.Scheme == "http" && !uri.IsLoopback && !anyHttp) fields.Wrong("address", address, "would send key and documents unprotected; use https, or \"allowHttp\": true in a network of your own", "передал бы ключ и документы открыто; нужен https или «allowHttp»: true в своей сети");
        var tls = fields.Within("tls");
        var settings = new RemoteSettings(address ?? "")
        {
            Key = fields.Secret("key"),
            CaFile = PathOf(tls?.Text("caFile")),
            CertificateFile = PathOf(tls?.Text("certificateFile")),
            KeyFile = PathOf(tls?.Text("keyFile")),
        };
        foreach (var missing in new[] { settings.CaFile, settings.CertificateFile, settings.KeyFile }.Where(path => path is not null && !File.Exists(path))) fields.Wrong("tls", missing, "there is no such file", "такого файла нет");
        tls?.End();
        return settings;
    }

    // A bare name is looked up on the search path by the system.
    private string ProgramOf(string program) => program.Contains('/', StringComparison.Ordinal) || program.Contains('\\', StringComparison.Ordinal) ? PathOf(program)! : program;

    private string? PathOf(string? path) => path is null ? null : Path.GetFullPath(path, folder);
}
