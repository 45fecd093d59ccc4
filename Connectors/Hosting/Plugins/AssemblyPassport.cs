using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Connectors.Hosting;

/// <summary>What an assembly file says of itself, read without running any of it.</summary>
internal sealed record AssemblyPassport(string Name, Version Version, IReadOnlyDictionary<string, Version> References, bool Needs32Bit)
{
    /// <summary>Reads a file; null when it is not a .NET assembly.</summary>
    public static AssemblyPassport? Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var file = new PEReader(stream);
            if (!file.HasMetadata) return null;
            var reader = file.GetMetadataReader();
            if (!reader.IsAssembly) return null;
            var own = reader.GetAssemblyDefinition();
            var references = new Dictionary<string, Version>(StringComparer.OrdinalIgnoreCase);
            foreach (var reference in reader.AssemblyReferences.Select(reader.GetAssemblyReference)) references[reader.GetString(reference.Name)] = reference.Version;
            var flags = file.PEHeaders.CorHeader?.Flags ?? 0;
            return new(reader.GetString(own.Name), own.Version, references, flags.HasFlag(CorFlags.Requires32Bit) && !flags.HasFlag(CorFlags.Prefers32Bit));
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
