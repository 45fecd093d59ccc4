namespace Unit.Tests.Transport;

/// <summary>The canary itself works: without a guard the same addresses do reach it, so the guard's tests can fail.</summary>
[TestClass]
public sealed class CanaryTests
{
    [TestMethod]
    [DataRow("http://127.0.0.1:{0}/")]
    [DataRow("http://2130706433:{0}/")]
    [DataRow("http://0x7f.1:{0}/")]
    [DataRow("http://localhost:{0}/")]
    [DataRow("http://[::ffff:127.0.0.1]:{0}/")]
    public async Task Without_a_guard_the_canary_is_touched(string address)
    {
        await using var canary = new Canary();
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var client = new HttpClient(handler);

        var call = () => client.GetAsync(new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, canary.Port)));

        await call.Should().ThrowAsync<HttpRequestException>();
        canary.Touched.Should().BePositive();
    }
}
