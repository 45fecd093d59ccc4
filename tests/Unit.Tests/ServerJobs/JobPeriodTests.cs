using System.Globalization;
using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobPeriodTests
{
    [TestMethod]
    [DataRow("24:00:00", 86_400, "24:00:00")]
    [DataRow("0:00:01", 1, "00:00:01")]
    [DataRow("0:5:7", 307, "00:05:07")]
    [DataRow("00:00:30", 30, "00:00:30")]
    [DataRow("1:30:00", 5_400, "01:30:00")]
    [DataRow("999:59:59", 3_599_999, "999:59:59")]
    [DataRow("100:00:00", 360_000, "100:00:00")]
    [DataRow("1.00:00:00", 86_400, "24:00:00")]
    [DataRow("7.12:30:05", 649_805, "180:30:05")]
    [DataRow("100.00:00:00", 8_640_000, "100.00:00:00")]
    public void A_period_is_read_and_written_back(string text, int seconds, string written)
    {
        JobPeriod.TryParse(text, out var period).Should().BeTrue();

        period.Value.Should().Be(TimeSpan.FromSeconds(seconds));
        period.ToString().Should().Be(written);
        JobPeriod.Parse(written, "j").Should().Be(period);
    }

    [TestMethod]
    [DataRow("30")]
    [DataRow("1:30")]
    [DataRow("0:90:00")]
    [DataRow("0:00:60")]
    [DataRow("00:00:00")]
    [DataRow("0:00:00")]
    [DataRow("-1:00:00")]
    [DataRow("1000:00:00")]
    [DataRow("1.24:00:00")]
    [DataRow("1.2.03:00:00")]
    [DataRow(".01:00:00")]
    [DataRow("1:00:00.5")]
    [DataRow("1:000:00")]
    [DataRow(" 1:00:00")]
    [DataRow("1:00:00 ")]
    [DataRow("1::00")]
    [DataRow("1:00:00:00")]
    [DataRow("١:٠٠:٠٠")]
    [DataRow("+1:00:00")]
    [DataRow("час")]
    [DataRow("")]
    [DataRow(null)]
    public void Anything_else_is_no_period(string? text) => JobPeriod.TryParse(text, out _).Should().BeFalse();

    [TestMethod]
    public void The_error_names_the_job_the_value_and_the_format()
    {
        var reading = () => JobPeriod.Parse("0:90:00", "Ночной обмен");

        reading.Should().Throw<FormatException>().WithMessage("*'Ночной обмен'*'0:90:00'*hours:minutes:seconds*");
    }

    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    [DataRow("ar-SA")]
    public void Culture_does_not_matter(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        JobPeriod.Parse("36:05:09", "j").ToString().Should().Be("36:05:09");
    }

    [TestMethod]
    public void A_period_below_a_second_cannot_be_made()
    {
        var making = () => new JobPeriod(TimeSpan.FromMilliseconds(999));

        making.Should().Throw<ArgumentOutOfRangeException>();
    }
}
