namespace Connectors.ChestnyZnak;

/// <summary>The hosts of the permissive mode in their order, and which of them are set aside. Thread-safe.</summary>
internal sealed class HostRing
{
    private static readonly TimeSpan LookPause = TimeSpan.FromMinutes(1);
    private readonly PermissiveRules rules;
    private readonly TimeProvider time;
    private readonly Lock sync = new();
    private readonly List<Place> places;
    private bool wasReset;
    private long? looked;

    public HostRing(HostList list, PermissiveRules rules, TimeProvider time)
    {
        this.rules = rules;
        this.time = time;
        List = list;
        places = [.. list.Hosts.OrderBy(host => host.AverageMilliseconds ?? long.MaxValue).Select(host => new Place(host.Address))];
    }

    /// <summary>The list it was made of.</summary>
    public HostList List { get; }

    /// <summary>The hosts to ask, the quickest first. When all are set aside they are given one more chance, once until one of them works.</summary>
    public IReadOnlyList<Uri> Usable()
    {
        lock (sync)
        {
            var usable = places.Where(place => !IsAside(place)).Select(place => place.Address).ToList();
            if (usable.Count > 0 || wasReset) return usable;
            wasReset = true;
            foreach (var place in places) (place.Aside, place.Failures) = (null, 0);
            return [.. places.Select(place => place.Address)];
        }
    }

    /// <summary>A host answered.</summary>
    public void Worked(Uri host)
    {
        lock (sync)
        {
            wasReset = false;
            if (Find(host) is { } place) (place.Aside, place.Failures) = (null, 0);
        }
    }

    /// <summary>A host did not answer as it should; after some in a row it is set aside.</summary>
    public void Failed(Uri host)
    {
        lock (sync)
        {
            if (Find(host) is { } place && ++place.Failures >= rules.FailuresToSetAside) SetAside(place);
        }
    }

    /// <summary>A host does not feel well: it is set aside at once.</summary>
    public void SetAside(Uri host)
    {
        lock (sync)
        {
            if (Find(host) is { } place) SetAside(place);
        }
    }

    /// <summary>Whether it is time to look for a newer list: it is due, and nobody has looked within the last minute.</summary>
    public bool IsTimeToLook()
    {
        if (time.GetUtcNow() <= List.DueAt) return false;
        lock (sync)
        {
            if (looked is { } last && time.GetElapsedTime(last) < LookPause) return false;
            looked = time.GetTimestamp();
            return true;
        }
    }

    private void SetAside(Place place) => (place.Aside, place.Failures) = (time.GetTimestamp(), 0);

    // By the monotonic clock: a wall clock that is set must neither free a host nor keep it aside.
    private bool IsAside(Place place) => place.Aside is { } since && time.GetElapsedTime(since) < rules.AsideTime;

    private Place? Find(Uri host) => places.Find(place => place.Address == host);

    private sealed class Place(Uri address)
    {
        public Uri Address => address;

        public int Failures { get; set; }

        public long? Aside { get; set; }
    }
}
