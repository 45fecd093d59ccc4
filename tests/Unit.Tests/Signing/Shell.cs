using System.Text.Json;

namespace Unit.Tests.Signing;

/// <summary>Entries whose command is a line for the shell: a tool that behaves as its test needs.</summary>
internal static class Shell
{
    public static void Need()
    {
        if (!File.Exists("/bin/sh")) Assert.Inconclusive("There is no /bin/sh here.");
    }

    /// <summary>An entry; in the script $1 is {in}, $2 is {out}.</summary>
    public static string Entry(string script, string more = "", string name = "main") =>
        $$"""{ "name": "{{name}}", "type": "command", "command": "/bin/sh", "arguments": ["-c", {{JsonSerializer.Serialize(script)}}, "sh", "{in}", "{out}", "{pinFile}", "{detached}"], "pin": { "secret": "pin" }{{more}} }""";
}
