using System.IO.Compression;
using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>Files travel as zip archives of one entry.</summary>
internal static class OneCZip
{
    public static bool IsZip(ReadOnlySpan<byte> content) => content.StartsWith("PK"u8);

    public static byte[] Pack(string name, byte[] content)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
            entry.Write(content);
        }

        return zip.ToArray();
    }

    /// <summary>The first entry of an archive; the content itself where it is none.</summary>
    /// <param name="content">The file.</param>
    /// <param name="limit">The most bytes taken: a small archive may hold endless zeros.</param>
    public static byte[] Unpack(byte[] content, long limit)
    {
        if (!IsZip(content)) return content;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (archive.Entries.FirstOrDefault(entry => entry.Name.Length > 0) is not { } first) return [];
            using var source = first.Open();
            using var plain = new MemoryStream();
            var buffer = new byte[81_920];
            for (var read = source.Read(buffer); read > 0; read = source.Read(buffer))
            {
                if (plain.Length + read > limit) throw TooLarge(limit);
                plain.Write(buffer, 0, read);
            }

            return plain.ToArray();
        }
        catch (InvalidDataException broken)
        {
            throw new ConnectorException(
                new ConnectorError(ConnectorErrorCode.InvalidResult, "The file of 1C is a damaged archive.") { MessageRu = "Файл 1С — повреждённый архив.", Reason = "ONEC_FILE_DAMAGED", Detail = broken.Message },
                broken);
        }
    }

    /// <summary>The error of a file over the limit.</summary>
    public static ConnectorException TooLarge(long limit) =>
        new(new ConnectorError(ConnectorErrorCode.TooLarge, $"The file of 1C is over the limit of {limit} bytes. Narrow the request or raise maxStreamBytes.")
        {
            MessageRu = $"Файл 1С больше предела {limit} байт. Сузьте запрос или увеличьте maxStreamBytes.",
            Reason = "ONEC_FILE_TOO_LARGE",
        });
}
