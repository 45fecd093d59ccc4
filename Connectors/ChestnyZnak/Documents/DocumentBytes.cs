using System.Globalization;
using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;

namespace Connectors.ChestnyZnak;

/// <summary>Makes the bytes of a document: once, for they are what is signed, sent and looked for.</summary>
internal static class DocumentBytes
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1251, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>A JSON document.</summary>
    public static byte[] Json(ConnectorRecord body) => Encoding.UTF8.GetBytes(JsonValues.ToJson(Dated(body)).ToString(Formatting.None));

    /// <summary>An XML title: bytes as they are, text in windows-1251.</summary>
    /// <exception cref="EncoderFallbackException">The text has a letter that windows-1251 lacks.</exception>
    public static byte[]? Xml(object? content) => content switch
    {
        byte[] bytes => bytes,
        string text => Windows.GetBytes(text),
        _ => null,
    };

    /// <summary>Dates are written in one form here; what callers wrote as text is theirs.</summary>
    public static object? Dated(object? value) => value switch
    {
        DateTime day => day.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        ConnectorRecord record => new ConnectorRecord(record.Select(field => KeyValuePair.Create(field.Key, Dated(field.Value)))),
        ConnectorTable table => RecordFields.Rows(table).Select(Dated).ToList(),
        IReadOnlyList<object?> list => list.Select(Dated).ToList(),
        _ => value,
    };
}
