using Emulators.Faults;

return args switch
{
    ["faultproxy", .. var rest] => await FaultProxyCommand.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name an emulator: dotnet run --project tests/Emulators -- faultproxy --fault FAULT [--listen PORT] [--to http://HOST:PORT]");
    return 2;
}
