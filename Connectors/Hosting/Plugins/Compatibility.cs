namespace Connectors.Hosting;

/// <summary>Decides from metadata alone whether a plugin can live in this host; everything against it is named together.</summary>
internal sealed class Compatibility(HostAssemblies host)
{
    /// <summary>Checks the files of a folder and hands back the passport of the first main assembly.</summary>
    /// <exception cref="PluginException">It cannot be loaded here.</exception>
    public AssemblyPassport Check(string folder, IReadOnlyList<string> mainFiles)
    {
        var mains = new List<AssemblyPassport>();
        foreach (var file in mainFiles)
        {
            mains.Add(AssemblyPassport.Read(Path.Combine(folder, file)) ?? throw new PluginException(PluginStatus.Faulted, new(
                $"{file} is not a .NET assembly; the file may be damaged or only half copied", $"{file} не является сборкой .NET; файл повреждён или скопирован не до конца")));
        }

        var problems = Everything(folder, mains).Distinct().ToList();
        return problems.Count == 0
            ? mains[0]
            : throw new PluginException(PluginStatus.Incompatible, new(string.Join("; ", problems.Select(problem => problem.En)), string.Join("; ", problems.Select(problem => problem.Ru))));
    }

    private IEnumerable<Sentence> Everything(string folder, List<AssemblyPassport> mains)
    {
        foreach (var problem in mains.SelectMany(ForThisMachine)) yield return problem;
        foreach (var path in Directory.EnumerateFiles(folder, "*.dll").Where(path => !PluginFolder.IsPanel(path)).Order(StringComparer.OrdinalIgnoreCase))
        {
            // What the host shares is never loaded from here, so it does not matter what it wants.
            if (AssemblyPassport.Read(path) is not { } passport || host.IsShared(passport.Name)) continue;
            foreach (var problem in References(passport)) yield return problem;
        }
    }

    private IEnumerable<Sentence> References(AssemblyPassport passport)
    {
        foreach (var (name, wanted) in passport.References)
        {
            if (HostAssemblies.IsContract(name) && wanted.Major != HostAssemblies.Contract.Version!.Major)
                yield return new(
                    $"{passport.Name} was built for contract {name} {wanted}, the server has {HostAssemblies.Contract.Version}; rebuild it against the server's version",
                    $"{passport.Name} собран для контракта {name} {wanted}, у сервера {HostAssemblies.Contract.Version}; пересоберите под версию сервера");
            else if (HostAssemblies.IsSharedFamily(name) && host.VersionOf(name) is { } here && wanted > here)
                yield return new(
                    $"{passport.Name} needs {name} {wanted}, the server has {here}; build it against {here} or older, or update the server",
                    $"{passport.Name} требует {name} {wanted}, у сервера {here}; соберите под {here} или старше либо обновите сервер");
        }
    }

    private static IEnumerable<Sentence> ForThisMachine(AssemblyPassport main)
    {
        if (main.Needs32Bit && Environment.Is64BitProcess)
            yield return new($"{main.Name} is built for 32-bit processes only, the server is a 64-bit one; build it as AnyCPU", $"{main.Name} собран только для 32 бит, сервер 64-битный; соберите как AnyCPU");

        // Compiled for the original server: the same source works here, the same file does not.
        if (main.References.ContainsKey("mscorlib") && main.References.Keys.FirstOrDefault(name => name.StartsWith("Cleverence.", StringComparison.OrdinalIgnoreCase) && !HostAssemblies.IsContract(name)) is { } original)
            yield return new(
                $"{main.Name} is compiled for .NET Framework against {original}; recompile its source against {HostAssemblies.Contract.Name}",
                $"{main.Name} скомпилирован для .NET Framework с {original}; перекомпилируйте исходники с {HostAssemblies.Contract.Name}");
    }
}
