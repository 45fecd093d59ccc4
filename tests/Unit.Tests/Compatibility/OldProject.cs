using Cleverence.Connectivity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Unit.Tests.Compatibility;

/// <summary>Compiles sources as a project of an integrator would: against the contract and the framework, without nullable references.</summary>
internal static class OldProject
{
    public static CSharpCompilation Compile(params string[] sources)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll");
        var references = platform.Append(typeof(IConnector).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("Old" + Guid.NewGuid().ToString("N"), sources.Select(source => CSharpSyntaxTree.ParseText(source)), references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Disable));
    }
}
