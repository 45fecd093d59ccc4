using System.Net;
using Connectors.Transport;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class AddressGuardTests
{
    [TestMethod]
    [DataRow("erp.local", 8080, true)]
    [DataRow("ERP.LOCAL", 8080, true)]
    [DataRow("erp.local", 80, false)]
    [DataRow("files.local", 443, true)]
    [DataRow("any.local", 1, true)]
    [DataRow("erp.local.evil.example", 8080, false)]
    public void Only_hosts_of_the_settings_pass(string host, int port, bool passes)
    {
        var guard = new AllowedTargets(new(new Uri("http://erp.local:8080/api")) { AllowedHosts = ["files.local:443", "any.local"] });

        guard.Allows(host, port).Should().Be(passes);
    }

    [TestMethod]
    [DataRow("169.254.169.254", true)]
    [DataRow("::ffff:169.254.1.1", true)]
    [DataRow("fe80::1", true)]
    [DataRow("127.0.0.1", false)]
    [DataRow("192.168.1.10", false)]
    public void Link_local_addresses_are_known(string address, bool isLinkLocal) =>
        AddressRules.IsLinkLocal(IPAddress.Parse(address)).Should().Be(isLinkLocal);
}
