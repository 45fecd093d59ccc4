using Cleverence.Connectivity;

namespace Unit.Tests.House;

[TestClass]
public sealed class ContractApprovalTests
{
    [TestMethod]
    public void Public_surface_of_the_contract_is_the_approved_one() =>
        ApprovedFile.Compare("docs/reference/contract-api.txt", PublicApi.Of(typeof(IAsyncConnector).Assembly));

    [TestMethod]
    public void Contract_references_nothing_but_the_framework() =>
        typeof(IAsyncConnector).Assembly.GetReferencedAssemblies().Select(name => name.Name)
            .Should().OnlyContain(name => name!.StartsWith("System", StringComparison.Ordinal) || name == "netstandard");
}
