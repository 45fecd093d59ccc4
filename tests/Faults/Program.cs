using Faults.Quartz;
using Faults.Schedule;

return args switch
{
    ["schedule", .. var rest] => await ScheduleProgram.RunAsync(rest),
    ["quartz", var ticks] => await QuartzHost.RunAsync(ticks),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name a schedule of faults: dotnet run -c Release --project tests/Faults -- schedule [--full] [--only NAME]");
    return 2;
}
