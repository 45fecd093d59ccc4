using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Reads signatures that a caller brings back: organisation → list of items, or one list.</summary>
internal static class SignedItems
{
    public static IReadOnlyList<SignedItem> Read(object? signed)
    {
        var rows = signed is ConnectorRecord record && record.Text("itemId") is null ? record.SelectMany(field => RecordFields.Rows(field.Value)) : RecordFields.Rows(signed);
        return [.. rows.Select((row, at) => row is ConnectorRecord item && item.Text("itemId", "messageId", "Сообщение") is { } id && Cms(item.Value("cms", "signature", "Подпись")) is { } cms ? new SignedItem(id, cms) : throw Wrong(at))];
    }

    // Base64 with or without line breaks, with or without PEM's lines around it; or the bytes.
    private static byte[]? Cms(object? value)
    {
        if (value is byte[] bytes) return bytes;
        if (value is not string text) return null;
        var lines = text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith("-----", StringComparison.Ordinal));
        var joined = string.Concat(lines);
        var read = new byte[joined.Length];
        return joined.Length > 0 && Convert.TryFromBase64String(joined, read, out var length) ? read[..length] : null;
    }

    private static ConnectorException Wrong(int at) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"Signature {at + 1} has no itemId, or its cms is not base64. Hand back each item with its itemId and the CMS in base64.")
        {
            MessageRu = $"В подписи {at + 1} нет itemId, или cms не в base64. Верните каждый элемент с его itemId и CMS в base64.",
            Offenders = [$"signedByOrganisation[{at}]: itemId or cms is missing"],
        });
}
