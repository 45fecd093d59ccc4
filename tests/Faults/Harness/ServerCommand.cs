using System.Diagnostics;

namespace Faults.Harness;

/// <summary>The command line that starts the built server as a plan says.</summary>
internal static class ServerCommand
{
    // $0 is the log, the rest the command. The shell is replaced, so that the process started is the server.
    private const string Plain = "exec \"$@\" > \"$0\" 2>&1";

    // The home is moved onto a small file system that only this process sees.
    private const string SmallDisk = "cp -a \"$HOME_FOLDER\" \"$HOME_FOLDER.seed\" && mount -t tmpfs -o size=\"$DISK_SIZE\" tmpfs \"$HOME_FOLDER\" && cp -a \"$HOME_FOLDER.seed/.\" \"$HOME_FOLDER\" && " + Plain;

    public static ProcessStartInfo Of(ServerPlan plan)
    {
        string[] server = [plan.LogToPipe ? plan.Pipe : plan.Log, "dotnet", Built.Server, "--urls", "http://127.0.0.1:0"];
        var start = plan.DiskMegabytes is null
            ? new ProcessStartInfo("sh", ["-c", Plain, .. server])
            : new ProcessStartInfo("unshare", ["-m", "sh", "-c", SmallDisk, .. server]);
        start.Environment["CONNECTORS_HOME"] = plan.Home;
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["HOME_FOLDER"] = plan.Home;
        start.Environment["DISK_SIZE"] = $"{plan.DiskMegabytes}m";
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in plan.Variables) start.Environment[name] = value;
        return start;
    }
}
