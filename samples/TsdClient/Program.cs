using System.Text;
using TsdClient;

Console.OutputEncoding = Encoding.UTF8;
Console.InputEncoding = Encoding.UTF8;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    var options = TsdOptions.Parse(args, Environment.GetEnvironmentVariable);
    var actions = ActionFile.Read(options.ActionFile);
    using var server = new ServerClient(options.Server, options.Key, options.Language);
    var terminal = new Terminal(options, Console.In, Console.Out);
    var runner = new ActionRunner(actions, options.Session, server, terminal);
    return (int)await runner.RunAsync(stop.Token).ConfigureAwait(false);
}
catch (OperationCanceledException)
{
    return (int)RunOutcome.Cancelled;
}
catch (TsdMistakeException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return (int)RunOutcome.Mistake;
}
