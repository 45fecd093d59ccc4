using Cleverence.Connectivity;
using Unit.Tests.Egais.Methods;

namespace Unit.Tests.Egais.Errors;

/// <summary>What comes after a trouble.</summary>
internal static class EgaisRigTroubles
{
    /// <summary>Runs for more than an hour; that an organisation cannot be served does not end it.</summary>
    public static async Task RunLongAsync(this EgaisRig rig)
    {
        for (var at = 0; at < 12; at++)
        {
            foreach (var organisation in new[] { EgaisRig.A, EgaisRig.B })
            {
                rig.Clock.Advance(TimeSpan.FromMinutes(3));
                await Told.OfRunAsync(rig, organisation);
            }
        }
    }

    /// <summary>Takes away what is wrong with the UTMs and the registry.</summary>
    public static void MakeGood(this EgaisRig rig)
    {
        foreach (var host in rig.System.Hosts)
        {
            (host.Conditions.DatabaseOwner, host.Conditions.RsaError, host.Conditions.UnknownTypes) = (null, null, "");
            (host.Twists.RejectText, host.Twists.RefuseText) = ("", "");
        }
    }

    /// <summary>The state of a document, or of the only incoming waybill; null when there is none.</summary>
    public static async Task<string?> EndOfAsync(this EgaisRig rig, string? document)
    {
        var name = document ?? (await rig.ListAsync(EgaisRig.B)).SingleOrDefault(card => (string)card["kind"]! == "IncomingWaybill")?["document"] as string;
        return name is null ? null : await rig.StateAsync(name);
    }
}
