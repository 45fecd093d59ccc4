using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Unit.Tests.Compatibility;

namespace Unit.Tests.Classic;

/// <summary>The canary: nothing of the classic door may keep a plugin loaded after it has been let go.</summary>
[TestClass]
public sealed class ClassicUnloadTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using Cleverence.DataCollection.Xml;
        using Cleverence.Warehouse;

        namespace Cleverence.Connectivity.Guest
        {
            public enum Kind { One, Two }

            public class Order { public int Number { get; set; } public Kind Kind { get; set; } public List<Order> Parts { get; set; } = new List<Order>(); }

            public class GuestConnector : IConnector
            {
                public string Id { get; set; }
                public bool Initialized { get; private set; }
                public bool Enabled { get; set; }
                public int Timeout { get; set; }
                public TimeoutBehavaior TimeoutBehavaior { get; set; }
                public Order Template { get; set; }
                public List<Kind> Kinds { get; set; }

                public void Initialize() { Initialized = true; }

                public object InvokeMethod(string methodName, object[] args)
                {
                    XmlSerializer serializer = new XmlSerializer();
                    serializer.TypeProvider.Add(typeof(Order));
                    Order order = (Order)serializer.Deserialize(serializer.Serialize(Template));
                    order.Parts.Add(new Order { Kind = Kinds[0] });
                    ((InvokeArgs)args[0]).GetArg("нет");
                    Log.Write("заказ", new InvalidOperationException(order.Number.ToString()), Log.LogType.Warning);
                    return order;
                }
            }
        }
        """;

    [TestMethod]
    public void A_plugin_whose_own_types_went_through_everything_can_be_unloaded()
    {
        var context = UseAndUnload(out var answer);

        ((ConnectorRecord)((IReadOnlyList<object?>)((ConnectorRecord)answer!)["Parts"]!)[0]!)["Kind"].Should().Be("Two");
        for (var round = 0; context.IsAlive && round < 50; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        context.IsAlive.Should().BeFalse();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseAndUnload(out object? answer)
    {
        using var stream = new MemoryStream();
        OldProject.Compile(Source).Emit(stream).Success.Should().BeTrue();
        stream.Position = 0;
        var context = new AssemblyLoadContext("guest", isCollectible: true);
        var type = context.LoadFromStream(stream).GetType("Cleverence.Connectivity.Guest.GuestConnector")!;
        var door = Door.Open(() => (IConnector)Activator.CreateInstance(type)!, """{"settings":{"Template":{"Number":7,"Kind":"One"},"Kinds":["two"]}}""");
        answer = door.Call(new InvokeArgs("Old", "", "М") { Caller = new InvokeCaller(CallOrigin.Device) });
        door.Adapter.Dispose();
        context.Unload();
        return new WeakReference(context);
    }
}
