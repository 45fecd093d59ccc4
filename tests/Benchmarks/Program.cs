using Benchmarks;
using Benchmarks.CheckForSale;
using Benchmarks.Dead;
using Benchmarks.Egais;
using Benchmarks.Exchange;
using Benchmarks.Hung;
using Benchmarks.Invoke;
using Benchmarks.Marking;
using Benchmarks.OData;
using Benchmarks.Rest;
using Benchmarks.Runs;
using Benchmarks.Schedule;
using Benchmarks.Soap;

return args switch
{
    ["invoke", .. var rest] => await InvokeBenchmark.RunAsync(rest),
    ["exchange", ..] => await ServerRuntime.RunAsync(args, ExchangeBenchmark.RunAsync),
    ["egais", ..] => await ServerRuntime.RunAsync(args, EgaisBenchmark.RunAsync),
    ["hung", .. var rest] => await HungBenchmark.RunAsync(rest),
    ["marking", .. var rest] => MarkingBenchmark.Run(rest),
    ["checkforsale", .. var rest] => await SaleBenchmark.RunAsync(rest),
    ["serve-sale", var file] => await SaleBackend.RunAsync(file),
    ["odata", .. var rest] => await ODataBenchmark.RunAsync(rest),
    ["schedule", .. var rest] => await ScheduleBenchmark.RunAsync(rest),
    ["serve-schedule", var side, var seconds] => await ScheduleBenchmark.ServeAsync(side, seconds),
    ["runs", .. var rest] => await RunsBenchmark.RunAsync(rest),
    ["soap", .. var rest] => await SoapBenchmark.RunAsync(rest),
    ["serve-soap", var url] => await SoapBackend.RunAsync(url),
    ["dead", .. var rest] => await DeadBenchmark.RunAsync(rest),
    ["rest", .. var rest] => await RestBenchmark.RunAsync(rest),
    ["serve-backend", var url] => await BackendServer.RunAsync(url),
    ["serve-hand", var url, var backend] => await HandServer.RunAsync(url, backend),
    ["serve-forwarder", var url, var backend] => await ForwarderServer.RunAsync(url, backend),
    ["serve-raw", var url] => await RawServer.RunAsync(url),
    ["serve-twin", var url] => await TwinServer.RunAsync(url),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name a benchmark: dotnet run -c Release --project tests/Benchmarks -- invoke [--rounds N] [--seconds N] [--connections N]\n"
        + "                  dotnet run -c Release --project tests/Benchmarks -- exchange [--rounds N] [--seconds N] [--callers N]\n"
        + "                  dotnet run -c Release --project tests/Benchmarks -- egais [--rounds N] [--entries N]\n"
        + "                  dotnet run -c Release --project tests/Benchmarks -- hung [--rounds N] [--calls N]\n"
        + "                  dotnet run -c Release --project tests/Benchmarks -- dead [--rounds N] [--calls N]\n"
        + "                  dotnet run -c Release --project tests/Benchmarks -- schedule [--rounds N] [--seconds N]\n"
        + "                  dotnet run -c Release --project tests/Benchmarks -- runs [--rounds N] [--rows N]\n"
        + "                  dotnet run -c Release --project tests/Benchmarks -- soap [--rounds N] [--seconds N] [--callers N]\n"
        + "                  dotnet run -c Release --project tests/Benchmarks -- marking [--rounds N] [--codes N]\n"
        + "                  dotnet run -c Release --project tests/Benchmarks -- odata [--rounds N] [--rows N]\n"
        + "                  dotnet run -c Release --project tests/Benchmarks -- checkforsale [--rounds N] [--calls N] [--callers N]\n"
        + "                  dotnet run -c Release --project tests/Benchmarks -- rest [--rounds N] [--seconds N] [--connections N]");
    return 2;
}
