namespace Emulators.Utm;

/// <summary>How the emulated UTMs and their registry behave. May be changed while they run: the next request sees it.</summary>
public sealed class UtmOptions
{
    /// <summary>The UTMs: whose, and at which port; 0 takes a free one.</summary>
    public IReadOnlyList<(string FsrarId, int Port)> Utms { get; init; } = [("030000000001", 0), ("030000000002", 0)];

    /// <summary>Where everything taken and handed out is written before the answer; null keeps it in memory only.</summary>
    public string? StateFile { get; init; }

    /// <summary>The clock of the registry and the UTMs.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Request ids have the owner in front, as those of UTM 4.</summary>
    public bool PrefixedRequestIds { get; set; }

    /// <summary>Lists tell which request an entry answers.</summary>
    public bool ListReplyIds { get; set; } = true;

    /// <summary>Lists tell when an entry came.</summary>
    public bool ListTimestamps { get; set; } = true;

    /// <summary>Lists are in another order every time.</summary>
    public bool ShuffleLists { get; set; }

    /// <summary>The host that the UTM takes itself for; null writes the real address.</summary>
    public string? OwnHost { get; set; } = "UTMHOST:8080";

    /// <summary>Answers vary as the real ones do: order of elements, prefixes, namespaces declared again, no <c>Version</c>.</summary>
    public bool Variety { get; set; } = true;

    /// <summary>From what the variety is drawn.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Time from the UTM's answer until the registry sees a document; meanwhile it lies in <c>/opt/in</c>.</summary>
    public TimeSpan RegistryDelay { get; set; }

    /// <summary>Questions that come too often are refused by a ticket.</summary>
    public bool LimitRates { get; set; }

    /// <summary>A refused waybill ends with <c>UnConfirm</c> instead of <c>Confirm</c> for who refused it.</summary>
    public bool RefusalsUnConfirm { get; set; }

    /// <summary>The shipper gets a ticket about its waybill when the consignee's act was conducted.</summary>
    public bool ShipperHearsTheEnd { get; set; }

    /// <summary>A place gets its own act back, as has been seen.</summary>
    public bool EchoActs { get; set; }

    /// <summary>Serves <c>?docType=</c>, which older UTMs do not know.</summary>
    public bool FilterByDocType { get; set; } = true;

    /// <summary>Is called before a removal from an out-box is carried out, with the entry that goes: the place to look what the caller has kept of it.</summary>
    public Action<BoxEntry>? Removing { get; set; }

    /// <summary>How long a fault that hangs holds its request before it lets the connection go.</summary>
    public TimeSpan HangTime { get; set; } = TimeSpan.FromMinutes(10);
}
