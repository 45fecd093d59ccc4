using Emulators.ChestnyZnak;
using Emulators.Faults;
using Emulators.OneC;
using Emulators.Rest;
using Emulators.Utm;

return args switch
{
    ["chestnyznak", .. var rest] => await ChestnyZnakCommand.RunAsync(rest),
    ["faultproxy", .. var rest] => await FaultProxyCommand.RunAsync(rest),
    ["onec", .. var rest] => await OneCCommand.RunAsync(rest),
    ["rest", .. var rest] => await RestEmulatorCommand.RunAsync(rest),
    ["utm", .. var rest] => await UtmCommand.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name an emulator: dotnet run --project tests/Emulators -- faultproxy --fault FAULT [--listen PORT] [--to http://HOST:PORT]");
    Console.Error.WriteLine($"or: dotnet run --project tests/Emulators -- {OneCCommand.Usage}");
    Console.Error.WriteLine("or: dotnet run --project tests/Emulators -- rest [--listen PORT]");
    Console.Error.WriteLine($"or: dotnet run --project tests/Emulators -- {ChestnyZnakCommand.Usage}");
    Console.Error.WriteLine($"or: dotnet run --project tests/Emulators -- {UtmCommand.Usage}");
    return 2;
}
