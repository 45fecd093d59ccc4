using System.Text;
using Cleverence.Connectivity;
using Connectors.Hosting;
using static Unit.Tests.Json.JsonText;

namespace Unit.Tests.Json;

/// <summary>Random values and random bodies; a failure prints the seed.</summary>
[TestClass]
public sealed class InvokeJsonRoundTripTests
{
    private static readonly string[] Words = ["", "a", "Товар", "имя с пробелом", "$type", "value", "rows", "\"\\\u0001", "😀", "\u2028", "ünïçødé"];
    private static readonly string[] Scraps = ["{", "}", "[", "]", ":", ",", "\"", "null", "true", "1", "-", "1.5", "1e400", "\"$type\"", "\"value\"", "\"table\"", "\"record\"", "\"method\"", "\"args\"", "\"\\ud800\"", " ", "\\", "я", "\"columns\"", "\"rows\""];

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void Random_values_come_back_with_their_kinds_and_digits(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var value = Any(random, 4);
            var text = Nested(value);

            Nested(Value(text)).Should().Be(text, "seed {0}, value {1}", seed, i);
            ConnectorValues.KindOf(Value(text)).Should().Be(ConnectorValues.KindOf(value));
            InvokeJson.ReadValue(Split(Encoding.UTF8.GetBytes(text))).Should().BeEquivalentTo(Value(text), options => options.WithStrictOrdering());
        }
    }

    [TestMethod]
    [DataRow(11)]
    [DataRow(12)]
    [DataRow(13)]
    public void Random_decimals_keep_every_digit(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 2000; i++)
        {
            var number = AnyDecimal(random);

            ((decimal)Value(Nested(number))!).Should().Be(number);
            decimal.GetBits((decimal)Value(Nested(number))!)[3].Should().Be(decimal.GetBits(number.Scale == 0 ? number * 1.0m : number)[3]);
        }
    }

    [TestMethod]
    [DataRow(21)]
    [DataRow(22)]
    [DataRow(23)]
    [DataRow(24)]
    public void No_body_throws_anything_but_the_declared_error(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 3000; i++)
        {
            var body = Hostile(random);
            foreach (var sequence in new[] { new System.Buffers.ReadOnlySequence<byte>(body), Split(body) })
            {
                var thrown = Catch(() => InvokeJson.ReadRequest(sequence)) ?? Catch(() => InvokeJson.ReadRecord(sequence)) ?? Catch(() => InvokeJson.ReadValue(sequence));

                (thrown is null or ConnectorException).Should().BeTrue("seed {0}: {1} threw {2}", seed, Encoding.UTF8.GetString(body), thrown);
            }
        }
    }

    private static Exception? Catch(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (ConnectorException)
        {
            return null;
        }
        catch (Exception unexpected)
        {
            return unexpected;
        }
    }

    private static byte[] Hostile(Random random)
    {
        var right = Encoding.UTF8.GetBytes("""{"class":"c","method":"м","args":{"t":{"$type":"table","columns":[{"name":"a","type":"decimal"}],"rows":[[1.50],[null]]},"x":[1,2.5e3,{"$type":"record","value":{"a":"\u044f"}}]},"session":{"userId":"u","document":{"a":1}}}""");
        switch (random.Next(3))
        {
            case 0:
                return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Scraps[random.Next(Scraps.Length)])));
            case 1:
                for (var n = random.Next(1, 4); n > 0; n--) right[random.Next(right.Length)] = (byte)random.Next(256);
                return right;
            default:
                var (from, to) = (random.Next(right.Length), random.Next(right.Length));
                return [.. right[..from], .. Encoding.UTF8.GetBytes(Scraps[random.Next(Scraps.Length)]), .. right[to..]];
        }
    }

    private static decimal AnyDecimal(Random random)
    {
        var number = new decimal(random.Next(), random.Next(), random.Next(2) == 0 ? 0 : random.Next(), random.Next(2) == 0, (byte)random.Next(29));
        return number.Scale == 0 ? number / 10 : number;
    }

    private static object? Any(Random random, int depth) => random.Next(depth > 0 ? 12 : 9) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.NextInt64(long.MinValue, long.MaxValue),
        3 => AnyDecimal(random),
        4 => (decimal)random.Next(),
        5 => Words[random.Next(Words.Length)],
        6 => new DateTime(random.NextInt64(DateTime.MaxValue.Ticks)),
        7 => new DateTimeOffset(random.NextInt64(DateTime.UnixEpoch.Ticks, DateTime.MaxValue.Ticks / 2), TimeSpan.FromMinutes(random.Next(-14 * 60, 14 * 60))),
        8 => Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]),
        9 => Enumerable.Range(0, random.Next(4)).Select(_ => Any(random, depth - 1)).ToList(),
        10 => new ConnectorRecord(Enumerable.Range(0, random.Next(5)).Select(_ => KeyValuePair.Create(Words[random.Next(Words.Length)], Any(random, depth - 1)))),
        _ => AnyTable(random, depth - 1),
    };

    private static ConnectorTable AnyTable(Random random, int depth)
    {
        var cells = Enumerable.Range(0, random.Next(4)).Select(_ => Any(random, depth)).ToArray();
        var columns = cells.Select(cell => new TableColumn(Words[random.Next(Words.Length)], ConnectorValues.KindOf(cell))).ToArray();
        return new ConnectorTable(columns, [cells, new object?[cells.Length]]);
    }
}
