using System.Text.Json;

namespace Connectors.Exchange;

/// <summary>Reads the text of <c>signers.json</c>, all problems together.</summary>
internal sealed class SignersReader(string file, string folder, Func<string, string?> findSecret)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="SignersConfigException">The text as a whole cannot be read.</exception>
    public SignersConfig Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            return ReadRoot(text);
        }
        catch (InvalidOperationException undecodable)
        {
            throw Unreadable("a text in it holds half a character", "в тексте половина символа", undecodable);
        }
    }

    public SignersConfigException Unreadable(string why, string whyRu, Exception? cause) =>
        new(new(file, "(whole file)", null, $"it cannot be read: {why}", $"файл не читается: {whyRu}", "Correct it, or write {\"signers\":[]} for no signers.", "Исправьте его или запишите {\"signers\":[]}, если подписей нет."), cause);

    private SignersConfig ReadRoot(ReadOnlyMemory<byte> text)
    {
        using var document = Json(text);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("signers", out var list) || list.ValueKind != JsonValueKind.Array)
            throw Unreadable("it must be { \"signers\": [ … ] }", "в нём должно быть { \"signers\": [ … ] }", null);
        var problems = new List<SignerProblem>();
        foreach (var field in document.RootElement.EnumerateObject().Where(field => field.Name != "signers"))
            problems.Add(new(file, field.Name, null, "this name is not known; known: signers", "неизвестное имя; известно: signers", "Remove it.", "Уберите его."));
        var reader = new SignerEntryReader(file, folder, findSecret);
        var signers = new List<SignerEntry>();
        foreach (var (index, source) in list.EnumerateArray().Index())
        {
            var place = $"signers[{index}]";
            if (reader.Read(source, place, problems) is not { } entry) continue;
            if (signers.Exists(other => other.Name.Equals(entry.Name, StringComparison.OrdinalIgnoreCase)))
                problems.Add(new(file, $"{place}.name", entry.Name, "this name is taken by an earlier entry, which stays in force", "имя занято более ранней записью, она и действует", "Give it another name.", "Дайте другое имя."));
            else signers.Add(entry);
        }

        return new(signers, problems);
    }

    private JsonDocument Json(ReadOnlyMemory<byte> text)
    {
        try
        {
            // A byte order mark is no JSON, and Notepad writes one.
            return JsonDocument.Parse(text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text, Lenient);
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            var column = (broken.BytePositionInLine ?? 0) + 1;
            throw Unreadable($"it is not JSON at line {line}, position {column}", $"это не JSON, строка {line}, позиция {column}", broken);
        }
    }
}
