using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Unit.Tests.ServerJobs;

namespace Unit.Tests.Signing;

/// <summary>A home folder of one test with a file of signers, and the signers read from it.</summary>
internal sealed class SigningHome : IAsyncDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("signing-test-");
    private readonly RecordingLogger log = new();
    private ServiceProvider? services;

    public SigningHome() => Directory.CreateDirectory(Config);

    public string Config => Path.Combine(root.FullName, "config");

    public string SignersFile => Path.Combine(Config, "signers.json");

    public string Work => Path.Combine(root.FullName, "work");

    public Dictionary<string, string> Secrets { get; } = [];

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public IReadOnlyList<string> LogLines => [.. log.Records.Select(record => $"{record.Level}: {record.Text}")];

    public ISigners Signers => services!.GetRequiredService<ISigners>();

    public ISignersStatus Status => services!.GetRequiredService<ISignersStatus>();

    public ISigner this[string name] => Signers.Find(name) ?? throw new AssertFailedException($"No signer '{name}'.");

    public string Write(string name, string text)
    {
        var file = Path.Combine(Config, name);
        File.WriteAllText(file, text);
        return file;
    }

    public string Write(string name, byte[] bytes)
    {
        var file = Path.Combine(Config, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    /// <summary>Writes the file at once, as an editor does that keeps its readers in mind.</summary>
    public SigningHome Configure(params string[] entries)
    {
        var temporary = Write("signers.json.tmp", $"{{\"signers\":[{string.Join(",", entries)}]}}");
        File.Move(temporary, SignersFile, overwrite: true);
        return this;
    }

    public async Task<SigningHome> StartAsync()
    {
        services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Debug))
            .AddSingleton(Time)
            .AddSigning(options => (options.File, options.WorkFolder, options.FindSecret, options.PollInterval) = (SignersFile, Work, Secrets.GetValueOrDefault, TimeSpan.FromMilliseconds(100)))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        foreach (var service in services.GetServices<IHostedService>()) await service.StartAsync(CancellationToken.None);
        return this;
    }

    /// <summary>The failure of a signature.</summary>
    public async Task<ConnectorError> FailureAsync(string name, SignatureForm form = SignatureForm.Detached)
    {
        var sign = async () => await this[name].SignAsync("data"u8.ToArray(), form, CancellationToken.None);
        return (await sign.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null) await services.DisposeAsync();
        root.Delete(recursive: true);
    }
}
