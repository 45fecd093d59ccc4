using Emulators.ChestnyZnak;

namespace Benchmarks.CheckForSale;

/// <summary>The other side in a process of its own: the emulated marking system with codes in circulation, told through a file.</summary>
internal static class SaleBackend
{
    private const int Codes = 500;

    public static async Task<int> RunAsync(string file)
    {
        await using var system = await ChestnyZnakEmulator.StartAsync();
        var owner = system.Seed.Organisation();
        var codes = system.Seed.Codes(system.Seed.Product(owner), Codes);
        await File.WriteAllLinesAsync($"{file}.new", [$"{system.Address}", owner.Inn, .. codes.Select(code => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(code.Full!)))]);
        File.Move($"{file}.new", file);
        await ChestnyZnakEmulator.WaitAsync();
        return 0;
    }
}
