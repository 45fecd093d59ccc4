using Emulators.Faults;
using Emulators.Rest;

return args switch
{
    ["faultproxy", .. var rest] => await FaultProxyCommand.RunAsync(rest),
    ["rest", .. var rest] => await RestEmulatorCommand.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name an emulator: dotnet run --project tests/Emulators -- faultproxy --fault FAULT [--listen PORT] [--to http://HOST:PORT]\n"
        + "                  dotnet run --project tests/Emulators -- rest [--listen PORT]");
    return 2;
}
