using System.Globalization;

namespace TsdClient;

/// <summary>Draws a long operation: what is done, a bar, notices, and the newest messages that fit.</summary>
internal static class OperationScreen
{
    private const int BarWidth = Screen.BodyWidth - 5;
    private const int MaxNotices = 2;
    private const int MaxNoticeLines = 4;

    public static string Draw(OperationView view, Words words)
    {
        var lines = new List<string> { "" };
        lines.AddRange(TextCells.Wrap(view.Text.Length > 0 ? view.Text : words.Working, Screen.BodyWidth).Take(3));
        lines.Add(BarOf(view.Percent));
        lines.Add("");
        foreach (var notice in view.Notices.TakeLast(MaxNotices)) lines.AddRange(NoticeLines(notice).Take(MaxNoticeLines));
        if (view.Notices.Count > 0) lines.Add("");
        lines.AddRange(Newest(view.Messages, Screen.BodyRows - lines.Count, words));
        return Screen.Draw(view.Title, lines, view.Connected ? words.OnServer : words.Searching);
    }

    /// <summary>The lines of a notice.</summary>
    public static IEnumerable<string> NoticeLines(NoticeLine notice) => Marked(notice.Mark, notice.Text);

    private static string BarOf(int? percent)
    {
        if (percent is not { } known) return new string('·', Screen.BodyWidth);
        var full = known * BarWidth / 100;
        return $"{new string('█', full)}{new string('░', BarWidth - full)}{known.ToString(CultureInfo.InvariantCulture),4}%";
    }

    // The newest are what the person looks for; older ones are counted.
    private static List<string> Newest(List<string> messages, int room, Words words)
    {
        var shown = new List<string>();
        for (var at = messages.Count - 1; at >= 0; at--)
        {
            var lines = Marked('•', messages[at]).ToList();
            var note = at > 0 ? 1 : 0;
            if (shown.Count + lines.Count + note > room)
            {
                shown.Insert(0, string.Format(CultureInfo.InvariantCulture, words.MoreMessages, at + 1));
                return shown;
            }

            shown.InsertRange(0, lines);
        }

        return shown;
    }

    private static IEnumerable<string> Marked(char mark, string text) => TextCells.Wrap(text, Screen.BodyWidth - 2).Select((line, at) => $"{(at == 0 ? mark : ' ')} {line}");
}
