using System.Collections;

namespace Cleverence.Connectivity;

/// <summary>Makes the arrays and lists that methods are written with from a list of the closed set.</summary>
internal static class ListConverter
{
    public static object? ToList(IReadOnlyList<object?> items, Type target)
    {
        var element = target.IsArray ? target.GetElementType() : ElementOf(target);
        if (element is null) return null;
        var array = Array.CreateInstance(element, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (!ValueConverter.TryConvert(items[i], element, out var converted)) return null;
            array.SetValue(converted, i);
        }

        if (target.IsInstanceOfType(array)) return array;
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in array) list.Add(item);
        return target.IsInstanceOfType(list) ? list : null;
    }

    private static Type? ElementOf(Type target) =>
        target.IsGenericType && target.GetGenericArguments() is [var only] ? only : null;
}
