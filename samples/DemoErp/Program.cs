using DemoErp;

await using var app = DemoErpApp.Build(args);
await app.StartAsync().ConfigureAwait(false);
Console.WriteLine($"DemoErp listens on {DemoErpApp.AddressOf(app)}");
await app.WaitForShutdownAsync().ConfigureAwait(false);
