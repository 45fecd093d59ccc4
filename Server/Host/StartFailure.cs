using Connectors.Exchange;
using Connectors.Hosting;
using Microsoft.AspNetCore.Connections;
using Server.Storage;
using ServerJobs;

namespace Server;

/// <summary>Failures of the start that a person can cure: said in a sentence, not as a stack.</summary>
internal static class StartFailure
{
    public const int ExitCode = 2;

    public static bool IsExpected(Exception failure) =>
        failure is StartException or StorageException or ConnectorsConfigException or JobsConfigException or SignersConfigException or AddressInUseException
        || failure.InnerException is AddressInUseException;

    public static int Tell(Exception failure)
    {
        var lead = failure is StartException start ? start.Lead : "The server did not start.";
        Console.Error.WriteLine($"{lead} {failure.Message}");
        if (failure is AddressInUseException || failure.InnerException is AddressInUseException) Console.Error.WriteLine("Another program listens there: stop it, or start this one with --urls http://127.0.0.1:PORT.");
        return ExitCode;
    }
}
