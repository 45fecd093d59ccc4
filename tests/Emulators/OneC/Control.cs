using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>Switches and counts for a person at the keyboard; not part of any 1C base.</summary>
internal static class Control
{
    public const string Prefix = "_emulator";

    public static OneCReply Handle(OneCRequest request, OneCBase owner)
    {
        if (request.Path == "_emulator/faults" && request.Verb == "DELETE")
        {
            owner.Faults.Clear();
        }
        else if (request.Path == "_emulator/faults" && request.Verb == "POST")
        {
            if (!Enum.TryParse<FaultKind>(request.Query["kind"], true, out var kind)) return OneCReply.Text(400, $"kind is one of {string.Join(", ", Enum.GetNames<FaultKind>())}");
            owner.Faults.Add(kind, int.Parse(request.Query["times"] ?? "1", CultureInfo.InvariantCulture), request.Query["path"] ?? "", int.Parse(request.Query["after"] ?? "0", CultureInfo.InvariantCulture));
        }
        else if (request.Path == "_emulator/sessions" && request.Verb == "DELETE")
        {
            owner.EndSessions();
        }

        return OneCReply.Json(200, new JsonObject
        {
            ["requests"] = owner.Requests.All.Count,
            ["effects"] = owner.Effects.Count,
            ["sessionsStarted"] = owner.Sessions.Started,
            ["sessionsAlive"] = owner.Sessions.Alive,
            ["sessionsRefused"] = owner.Sessions.Refused,
        });
    }
}
