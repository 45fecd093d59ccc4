using Cleverence.Connectivity;
using TestKit;

namespace Unit.Tests.Signing;

[TestClass]
public sealed class CertificateTests : IAsyncDisposable
{
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2026, 5, 31, 12, 0, 0, TimeSpan.Zero));
    private readonly SigningHome home;

    public CertificateTests() => home = new SigningHome { Time = time };

    public ValueTask DisposeAsync() => home.DisposeAsync();

    [TestMethod]
    [DataRow("7701234567", null, "7701234567", DisplayName = "a company")]
    [DataRow(null, "500100732259", "500100732259", DisplayName = "an entrepreneur")]
    [DataRow("7701234567", "500100732259", "7701234567", DisplayName = "a person who signs for a company")]
    [DataRow(null, "007701234567", "7701234567", DisplayName = "a company as it was written before")]
    [DataRow(null, null, null, DisplayName = "nobody's number")]
    [DataRow("77", null, null, DisplayName = "no number of ours")]
    public async Task The_taxpayer_number_is_read_from_the_subject(string? company, string? person, string? inn)
    {
        using var key = new TestSignature(company, person);
        home.Write("own.cer", key.Certificate.RawData);
        await home.Configure(Entry).StartAsync();

        var info = await home["main"].DescribeAsync(CancellationToken.None);

        info.Inn.Should().Be(inn);
        info.Thumbprint.Should().Be(key.Certificate.Thumbprint);
        info.NotAfter.Should().Be(new DateTimeOffset(key.Certificate.NotAfter));
    }

    [TestMethod]
    public async Task A_certificate_in_PEM_is_read_as_well()
    {
        using var key = new TestSignature();
        home.Write("own.cer", key.Certificate.ExportCertificatePem());
        await home.Configure(Entry).StartAsync();

        (await home["main"].DescribeAsync(CancellationToken.None)).Inn.Should().Be("7701234567");
    }

    [TestMethod]
    public async Task What_was_read_is_kept_ten_minutes_and_then_read_again()
    {
        using var first = new TestSignature();
        using var second = new TestSignature("5001007322");
        home.Write("own.cer", first.Certificate.RawData);
        await home.Configure(Entry).StartAsync();
        await home["main"].DescribeAsync(CancellationToken.None);
        home.Write("own.cer", second.Certificate.RawData);

        time.Advance(TimeSpan.FromMinutes(9));
        (await home["main"].DescribeAsync(CancellationToken.None)).Inn.Should().Be("7701234567");
        time.Advance(TimeSpan.FromMinutes(2));
        (await home["main"].DescribeAsync(CancellationToken.None)).Inn.Should().Be("5001007322");
    }

    [TestMethod]
    public async Task A_file_that_is_no_certificate_is_told_by_its_name()
    {
        home.Write("own.cer", "hello");
        await home.Configure(Entry).StartAsync();

        var states = await home.Status.LookAsync(CancellationToken.None);

        states.Should().ContainSingle().Which.Error!.Reason.Should().Be("CERTIFICATE_UNREADABLE");
    }

    [TestMethod]
    public async Task The_log_warns_once_a_day_from_thirty_days_before_the_end()
    {
        using var key = new TestSignature(notAfter: time.GetUtcNow().AddDays(31));
        home.Write("own.cer", key.Certificate.RawData);
        await home.Configure(Entry).StartAsync();

        time.Advance(TimeSpan.FromHours(12));
        Warnings.Should().BeEmpty("there are more than thirty days");
        time.Advance(TimeSpan.FromHours(15));
        Warnings.Should().HaveCount(1);
        time.Advance(TimeSpan.FromDays(2));
        Warnings.Should().HaveCount(3);
        home.Status.CertificatesEnding.Should().Be(1);
        (await home.Status.LookAsync(CancellationToken.None)).Should().ContainSingle().Which.EndsSoon.Should().BeTrue();
        home.LogLines.Should().NotContain(line => line.Contains("Иванов", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task A_certificate_that_has_ended_is_an_error_in_the_log()
    {
        using var key = new TestSignature(notAfter: time.GetUtcNow().AddDays(-1));
        home.Write("own.cer", key.Certificate.RawData);
        await home.Configure(Entry).StartAsync();

        time.Advance(TimeSpan.FromHours(1));

        home.LogLines.Should().ContainSingle(line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("ended on 2026-05-30", StringComparison.Ordinal));
    }

    private const string Entry = """{ "name": "main", "type": "deferred", "certificate": "own.cer" }""";

    private IEnumerable<string> Warnings => home.LogLines.Where(line => line.Contains("ends on", StringComparison.Ordinal));
}
