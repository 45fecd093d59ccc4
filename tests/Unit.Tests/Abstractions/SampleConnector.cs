using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Abstractions;

/// <summary>A connector with a method of every shape.</summary>
public sealed class SampleConnector : Connector
{
    public enum Side
    {
        Left,
        Right,
    }

    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public string Greet(string name, int times = 1) => string.Concat(Enumerable.Repeat($"Hello, {name}! ", times)).Trim();

    [ConnectorMethod("Остаток товара", Class = "Склад", Aliases = ["Rest"], Safety = MethodSafety.Safe, TimeLimit = "00:05:00")]
    public Task<decimal> RestAsync([ConnectorParameter("Товар", Aliases = ["item"])] string item, CancellationToken cancellationToken) =>
        Task.FromResult(item.Length + 0.50m);

    [ConnectorMethod]
    public ValueTask<object?> EchoAsync(object? value) => new(value);

    [ConnectorMethod]
    public void Nothing()
    {
    }

    [ConnectorMethod]
    public Task NothingLaterAsync() => Task.CompletedTask;

    [ConnectorMethod]
    public string Types(long whole, decimal exact, bool flag, DateTime time, DateTimeOffset moment, Guid id, Side side, byte[] bytes, List<int> list, DateOnly? day = null) =>
        FormattableString.Invariant($"{whole} {exact} {flag} {time:O} {moment:O} {id} {side} {bytes.Length} {string.Join(',', list)} {day}");

    [ConnectorMethod]
    public string Who(InvokeArgs args) => $"{args.Caller.UserId}:{args.RequestId}";

    [ConnectorMethod]
    public object Plain() => new { Код = 7, Items = new[] { new { Id = "a", Price = 1.5 } } };

    [ConnectorMethod]
    public Task<string> ThrowAsync() => throw new InvalidOperationException("from the method");
}
