using Cleverence.Connectivity;
using Microsoft.Extensions.DependencyInjection;
using Server.Storage;
using ServerJobs;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class StorageServicesTests : IDisposable
{
    private readonly TemporaryHome home = new();

    [TestMethod]
    public void Every_store_is_there_and_the_folder_is_free_after_the_host()
    {
        var services = new ServiceCollection().AddStorage(home.Options);
        var provider = services.BuildServiceProvider();

        Type[] stores = [typeof(IJobStore), typeof(IDocumentStore), typeof(IProductStore), typeof(AccessStore), typeof(SqlReplayStore)];
        stores.Select(provider.GetService).Should().NotContainNulls();
        provider.Dispose();

        home.Invoking(next => next.Database).Should().NotThrow();
    }

    public void Dispose() => home.Dispose();
}
