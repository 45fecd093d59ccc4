using Emulators.Faults;
using Emulators.OneC;

return args switch
{
    ["faultproxy", .. var rest] => await FaultProxyCommand.RunAsync(rest),
    ["onec", .. var rest] => await OneCCommand.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name an emulator: dotnet run --project tests/Emulators -- faultproxy --fault FAULT [--listen PORT] [--to http://HOST:PORT]");
    Console.Error.WriteLine($"or: dotnet run --project tests/Emulators -- {OneCCommand.Usage}");
    return 2;
}
