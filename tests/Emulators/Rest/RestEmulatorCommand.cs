namespace Emulators.Rest;

/// <summary>Starts the emulator by hand: <c>rest [--listen PORT]</c>.</summary>
internal static class RestEmulatorCommand
{
    public static async Task<int> RunAsync(string[] options)
    {
        var at = Array.IndexOf(options, "--listen");
        await using var emulator = await RestEmulator.StartAsync($"http://127.0.0.1:{(at >= 0 && at + 1 < options.Length ? options[at + 1] : "0")}");
        Console.WriteLine($"Listening on {emulator.Address}");
        Console.WriteLine($"  curl {emulator.Address}goods/00001");
        await emulator.WaitAsync();
        return 0;
    }
}
