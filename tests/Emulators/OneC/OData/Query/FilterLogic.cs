namespace Emulators.OneC;

/// <summary>Comparison and arithmetic of filters. Types do not turn into each other: a text is not compared with a number.</summary>
internal static class FilterLogic
{
    public static bool IsTrue(object? value) => value switch
    {
        bool flag => flag,
        null => false,
        _ => throw new ODataException(14, "Ожидалось логическое выражение"),
    };

    public static object? Compare(string sign, object? left, object? right)
    {
        if (left is null || right is null) return sign switch { "eq" => left is null && right is null, "ne" => left is null != right is null, _ => false };
        if (left is TypedReference != right is TypedReference)
        {
            // A composite value is equal to nothing of another type.
            return sign == "ne";
        }

        if (left is TypedReference) return sign switch { "eq" => left.Equals(right), "ne" => !left.Equals(right), _ => throw new ODataException(14, "Ссылки не упорядочены") };
        if (left.GetType() != right.GetType()) throw new ODataException(14, $"Несравнимые типы: {left.GetType().Name} и {right.GetType().Name}");
        var order = Order(left, right);
        return sign switch { "eq" => order == 0, "ne" => order != 0, "gt" => order > 0, "ge" => order >= 0, "lt" => order < 0, _ => order <= 0 };
    }

    /// <summary>The order of two values of one kind. Databases under 1C compare text without case and without trailing spaces.</summary>
    public static int Order(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string one, string other) => string.Compare(one.TrimEnd(), other.TrimEnd(), StringComparison.OrdinalIgnoreCase),
        (TypedReference one, TypedReference other) => one.Key.CompareTo(other.Key),
        (IComparable one, _) when one.GetType() == right!.GetType() => one.CompareTo(right),
        _ => 0,
    };

    public static object? Count(string sign, object? left, object? right)
    {
        if (left is null || right is null) return null;
        if (left is not decimal one || right is not decimal other) throw new ODataException(14, $"Операция {sign} определена для чисел");
        return sign switch
        {
            "add" => one + other,
            "sub" => one - other,
            "mul" => one * other,
            _ => other == 0 ? throw new ODataException(14, "Деление на 0") : one / other,
        };
    }
}
