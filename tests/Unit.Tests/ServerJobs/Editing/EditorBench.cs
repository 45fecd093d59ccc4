using System.Text.Json;
using Microsoft.Extensions.Logging;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

/// <summary>A job file in a folder of its own, with its reader and its editor.</summary>
internal sealed class EditorBench : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("connectors-test-").FullName;
    private readonly ILoggerFactory loggers;

    public EditorBench(string text)
        : this(System.Text.Encoding.UTF8.GetBytes(text))
    {
    }

    public EditorBench(byte[] text)
    {
        loggers = LoggerFactory.Create(builder => builder.AddProvider(Logger));
        FilePath = Path.Combine(folder, "jobs.json");
        System.IO.File.WriteAllBytes(FilePath, text);
        File = new JobsFile(FilePath, TimeSpan.FromSeconds(5), new ManualTimeProvider(), loggers.CreateLogger<JobsFile>());
        File.Open();
        Editor = NewEditor();
    }

    public string FilePath { get; }

    public JobsFile File { get; }

    public JobsFileEditor Editor { get; }

    public RecordingLogger Logger { get; } = new();

    public string Text => System.IO.File.ReadAllText(FilePath);

    public byte[] Bytes => System.IO.File.ReadAllBytes(FilePath);

    public string Revision => Editor.ReadRoot().Revision;

    public IEnumerable<string> Files => Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!).Order();

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();

    public JobsFileEditor NewEditor() => new(FilePath, File, loggers.CreateLogger<JobsFileEditor>());

    public void Dispose()
    {
        File.Dispose();
        loggers.Dispose();
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.Delete(folder, recursive: true);
    }
}
