using Benchmarks.Invoke;

return args switch
{
    ["invoke", .. var rest] => await InvokeBenchmark.RunAsync(rest),
    ["serve-raw", var url] => await RawServer.RunAsync(url),
    ["serve-twin", var url] => await TwinServer.RunAsync(url),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name a benchmark: dotnet run -c Release --project tests/Benchmarks -- invoke [--rounds N] [--seconds N] [--connections N]");
    return 2;
}
