using Cleverence.Connectivity;

namespace Unit.Tests.Abstractions;

[TestClass]
public sealed class ValueShaperKindsTests
{
    [TestMethod]
    public void A_time_without_a_zone_gets_none() =>
        new ValueShaper().Shape(new DateTime(2026, 5, 31)).Should().BeOfType<DateTime>();

    [TestMethod]
    public void An_unsigned_number_that_fits_is_a_long() =>
        new ValueShaper().Shape(5UL).Should().BeOfType<long>();

    [TestMethod]
    public void A_dictionary_of_numbers_is_a_record() =>
        new ValueShaper().Shape(new Dictionary<string, int> { ["a"] = 1 }).Should().BeOfType<ConnectorRecord>().Which["a"].Should().Be(1L);
}
