using System.IO.Compression;
using System.Text;

namespace Emulators.OneC;

/// <summary>Zip files as exchange messages travel.</summary>
internal static class SampleFile
{
    public static byte[] Zip(string name, string text)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
