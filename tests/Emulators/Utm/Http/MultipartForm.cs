using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Emulators.Utm;

/// <summary>The form in which a document comes: one part, its names in quotes, its type XML.</summary>
internal static class MultipartForm
{
    /// <summary>The document's bytes; refuses another form.</summary>
    public static async Task<byte[]> ReadAsync(string? contentType, byte[] body)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            throw new SchemaException($"Content-Type {contentType ?? "не указан"}: ожидался multipart/form-data");
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary)) throw new SchemaException("the request was rejected because no multipart boundary was found");
        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(body));
            var part = await reader.ReadNextSectionAsync() ?? throw new SchemaException("Required request part 'xml_file' is not present");
            CheckHeaders(part);
            using var bytes = new MemoryStream();
            await part.Body.CopyToAsync(bytes);
            if (await reader.ReadNextSectionAsync() is not null) throw new SchemaException("Ожидалась одна часть xml_file");
            return bytes.ToArray();
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw new SchemaException("Failed to parse multipart servlet request");
        }
    }

    private static void CheckHeaders(MultipartSection part)
    {
        var disposition = part.ContentDisposition ?? "";
        if (!disposition.Contains("name=\"xml_file\"", StringComparison.Ordinal)) throw new SchemaException("Required request part 'xml_file' is not present: ожидалось name=\"xml_file\" в кавычках");
        if (!disposition.Contains("filename=\"", StringComparison.Ordinal)) throw new SchemaException("Часть xml_file: ожидалось filename=\"…\" в кавычках");
        if (!MediaTypeHeaderValue.TryParse(part.ContentType, out var type) || !type.MediaType.Equals("text/xml", StringComparison.OrdinalIgnoreCase)) throw new SchemaException($"Часть xml_file: Content-Type {part.ContentType ?? "не указан"} вместо text/xml");
        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) throw new SchemaException($"Часть xml_file: кодировка {type.Charset} вместо utf-8");
    }
}
