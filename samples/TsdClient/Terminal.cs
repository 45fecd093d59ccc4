using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace TsdClient;

/// <summary>The handheld's face: its scanner and its screen, over text streams.</summary>
internal sealed class Terminal(TsdOptions options, TextReader input, TextWriter output)
{
    private readonly Queue<string> scans = new(options.Scans);
    private string? last;
    private readonly Words words = Words.Of(options.Language);

    /// <summary>The next code: those of the command line first, then what is typed; null at the end of input.</summary>
    public string? AskScan(string title)
    {
        if (scans.TryDequeue(out var code)) return code;
        if (options.Scans.Count > 0) return null;
        Show(Screen.Draw(title, ["", .. TextCells.Wrap(words.Scan, Screen.BodyWidth)]));
        return input.ReadLine();
    }

    public void ShowValue(string title, object? value, string variable)
    {
        var rows = value is ConnectorTable table ? string.Format(CultureInfo.InvariantCulture, words.Rows, table.Rows.Count) : "";
        Show(Screen.Draw(title, ValueLines.Of(value, words), rows));
        if (variable.Length > 0) Tell($"session: {variable} = {ConnectorValues.NameOf(ConnectorValues.KindOf(value))}{(rows.Length == 0 ? "" : $", {rows}")}");
    }

    /// <summary>Draws a long operation, unless the screen shows just that already.</summary>
    public void ShowOperation(OperationView view)
    {
        var screen = OperationScreen.Draw(view, words);
        if (screen == last) return;
        last = screen;
        output.WriteLine(screen);
    }

    /// <summary>Shows a notice over the screen that asks for a code, with what it asked for under it.</summary>
    public void ShowNotice(string title, NoticeLine notice) =>
        Show(Screen.Draw(title, ["", .. OperationScreen.NoticeLines(notice), "", .. TextCells.Wrap(words.Scan, Screen.BodyWidth)]));

    /// <summary>Whether the next code is waited for.</summary>
    public bool Waits => scans.Count == 0 && options.Scans.Count == 0;

    public void ShowFailure(InvokeMethodAction action, CallOutcome outcome)
    {
        Tell($"{outcome.Code}: {outcome.Message}");
        if (!action.ShowErrorMessage && outcome.Kind != RunOutcome.TimedOut) return;
        var text = outcome.Kind switch
        {
            RunOutcome.TimedOut => action.TimeoutMessage.Length > 0 ? action.TimeoutMessage : words.TimedOut,
            RunOutcome.NoConnection => words.NoConnection,
            _ => outcome.Message,
        };
        Show(Screen.Draw(words.Error, ValueLines.Cut(TextCells.Wrap(text, Screen.BodyWidth), words), outcome.InDoubt ? words.InDoubt : outcome.Code));
    }

    /// <summary>A line for whoever watches the client, left out with <c>--screen-only</c>.</summary>
    public void Tell(string line)
    {
        if (!options.ScreenOnly) output.WriteLine($"· {line}");
    }

    private void Show(string screen)
    {
        last = null;
        output.WriteLine(screen);
    }
}
