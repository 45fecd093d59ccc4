using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Vendor;

/// <summary>A connector written for the original server, found by its file name alone. Counts how many of its kind are alive.</summary>
public class VendorConnector : IConnector, IDisposable
{
    private const string Alive = "Vendor.Alive";
    private int calls;

    public VendorConnector() => AppDomain.CurrentDomain.SetData(Alive, (AppDomain.CurrentDomain.GetData(Alive) as int? ?? 0) + 1);

    public string Id { get; set; } = "";

    public bool Initialized { get; private set; }

    public bool Enabled { get; set; }

    public int Timeout { get; set; }

    public TimeoutBehavaior TimeoutBehavaior { get; set; }

    public bool IsSelfTimeoutBehavior { get; set; }

    public string Prefix { get; set; } = "vendor";

    public int AliveAtStart { get; private set; }

    public void Initialize()
    {
        AliveAtStart = AppDomain.CurrentDomain.GetData(Alive) as int? ?? 0;
        Initialized = true;
    }

    public object? InvokeMethod(string methodName, object?[] args) => methodName switch
    {
        "Name" => Prefix + " " + Id,
        "AliveAtStart" => AliveAtStart,
        "Slow" => Slow(args),
        "SaveDocument" => SaveDocument(args),
        "FailsSlowlyOnce" => FailsSlowlyOnce(args),
        _ => null,
    };

    private static object? SaveDocument(object?[] args)
    {
        DocumentStorage.Documents.Add(new Document { Id = ((InvokeArgs)args[0]!).Get<string>(0), DocumentTypeName = "Приёмка", UserId = ServerSession.Get().DeviceInfo.UserId });
        return null;
    }

    private static string Slow(object?[] args)
    {
        Thread.Sleep(((InvokeArgs)args[0]!).Get<int>(0));
        return "done";
    }

    // Its second call comes back at once, with its number.
    private int FailsSlowlyOnce(object?[] args)
    {
        if (++calls > 1) return calls;
        Thread.Sleep(((InvokeArgs)args[0]!).Get<int>(0));
        throw new InvalidOperationException("The first call fails.");
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.SetData(Alive, (AppDomain.CurrentDomain.GetData(Alive) as int? ?? 0) - 1);
        GC.SuppressFinalize(this);
    }
}
