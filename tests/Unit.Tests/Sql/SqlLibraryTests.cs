using System.Diagnostics.Metrics;
using System.Reflection;
using System.Reflection.Emit;
using Connectors.Sql;

namespace Unit.Tests.Sql;

/// <summary>What a library keeps is let go, and not before its last user leaves.</summary>
[TestClass]
public sealed class SqlLibraryTests
{
    [TestMethod]
    public void A_dropped_in_provider_is_told_to_close_its_pools_when_it_leaves()
    {
        var notes = new SettingsNotes();
        var library = ProviderLibrary.Load(typeof(PoolingFactory).Assembly.Location, typeof(PoolingFactory).FullName!, notes);
        notes.Problems.Should().BeEmpty();
        var before = AppDomain.CurrentDomain.GetData(PoolingFactory.Word);

        library!.Dispose();

        (before, AppDomain.CurrentDomain.GetData(PoolingFactory.Word)).Should().Be((null, "cleared"));
    }

    [TestMethod]
    public void The_meters_of_a_library_live_as_long_as_one_connector_uses_it()
    {
        var (library, meter) = LibraryWithMeter();
        var ended = 0;
        using var listener = new MeterListener { MeasurementsCompleted = (_, _) => ended++ };
        listener.EnableMeasurementEvents(meter.CreateCounter<int>("calls"));
        ProviderStatics.Hold(library);
        ProviderStatics.Hold(library);

        ProviderStatics.Release(library);
        var afterFirst = ended;
        ProviderStatics.Release(library);

        (afterFirst, ended).Should().Be((0, 1));
    }

    private static (Assembly Library, Meter Meter) LibraryWithMeter()
    {
        var builder = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Library"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("Library").DefineType("Keeper", TypeAttributes.Public);
        builder.DefineField("meter", typeof(Meter), FieldAttributes.Public | FieldAttributes.Static);
        var type = builder.CreateType();
        var meter = new Meter("Library");
        type.GetField("meter")!.SetValue(null, meter);
        return (type.Assembly, meter);
    }
}
