namespace Connectors.Sql;

/// <summary>Compares class and method without case, the same under every culture.</summary>
internal static class MethodNames
{
    public static readonly IEqualityComparer<(string Class, string Method)> Comparer = EqualityComparer<(string Class, string Method)>.Create(
        (one, other) => string.Equals(one.Class, other.Class, StringComparison.OrdinalIgnoreCase) && string.Equals(one.Method, other.Method, StringComparison.OrdinalIgnoreCase),
        name => HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(name.Class), StringComparer.OrdinalIgnoreCase.GetHashCode(name.Method)));
}
