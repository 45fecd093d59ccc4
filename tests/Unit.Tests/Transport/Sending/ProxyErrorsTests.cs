using System.Net;
using Connectors.Transport;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class ProxyErrorsTests
{
    [TestMethod]
    [DataRow("The proxy tunnel request to proxy 'http://proxy:4070/' failed with status code '503'.", "PROXY_REFUSED")]
    [DataRow("The proxy tunnel request to proxy 'http://proxy:14071/' failed with status code '403'.", "PROXY_REFUSED")]
    [DataRow("The proxy tunnel request to proxy 'http://proxy:3128/' failed with status code '407'.", "PROXY_DENIED")]
    public void The_port_of_a_proxy_is_not_taken_for_its_answer(string message, string reason) =>
        ProxyErrors.Of(new HttpRequestException(HttpRequestError.ProxyTunnelError, message), "erp:443").Reason.Should().Be(reason);
}
