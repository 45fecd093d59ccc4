using Faults.Codes;
using Faults.Egais;
using Faults.Exchange;
using Faults.Quartz;
using Faults.Schedule;

return args switch
{
    ["schedule", .. var rest] => await ScheduleProgram.RunAsync(rest),
    ["codes", .. var rest] => await CodesProgram.RunAsync(rest),
    ["exchange", .. var rest] => await ExchangeProgram.RunAsync(rest),
    ["egais", .. var rest] => await EgaisProgram.RunAsync(rest),
    ["quartz", var ticks] => await QuartzHost.RunAsync(ticks),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name what is tried: dotnet run -c Release --project tests/Faults -- schedule [--full] [--only NAME] | codes [--kills N] [--seed S] [--full] | exchange [--kills N] [--seed S] [--full] | egais [--kills N] [--seed S] [--full]");
    return 2;
}
