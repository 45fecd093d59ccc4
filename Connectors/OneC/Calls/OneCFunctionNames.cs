using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>The formal parameters of the 1C function that calls another one by its name; 1C drops an argument called anything else without a word.</summary>
internal static class OneCFunctionNames
{
    public const string Function = "ИмяФункции";
    public const string ResultType = "ТипВозвращаемогоЗначения";
    public const int MaxParameters = 10;

    public static string Parameter(int number) => $"Параметр{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public static IEnumerable<string> Parameters => Enumerable.Range(1, MaxParameters).Select(Parameter);

    /// <summary>The name as 1C has it, or null for one it does not have.</summary>
    public static string? Formal(string name) => Parameters.FirstOrDefault(formal => formal.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The type a hint asks for, such as <c>Cleverence.Warehouse.RowCollection, Cleverence.MobileSMARTS</c>; the assembly does not matter.</summary>
    public static OneCType TypeOf(string? hint)
    {
        if (string.IsNullOrWhiteSpace(hint)) return OneCType.Any;
        var name = hint.Split(',')[0].Trim();
        var last = name[(name.LastIndexOf('.') + 1)..];
        return last switch
        {
            "RowCollection" or "DocumentDescriptionCollection" or "DataTable" => OneCType.Table,
            "Row" or "UEObject" or "Document" or "DocumentDescription" => OneCType.Record,
            "String" => OneCType.String,
            "Int32" or "Int64" or "Int16" => OneCType.Integer,
            "Decimal" or "Double" or "Single" => OneCType.Number,
            "Boolean" => OneCType.Boolean,
            "DateTime" => OneCType.Date,
            _ => OneCTypes.TryParse(name, out var type) ? type : OneCType.Any,
        };
    }

    /// <summary>The hint as a parameter of its own: methods called through the function take it.</summary>
    public static OneCParameter Hint { get; } = new(new ConnectorParameterInfo(ResultType, ValueKind.String) { Optional = true, Description = "The type the result is wanted in, such as Cleverence.Warehouse.RowCollection." }, ResultType, OneCType.String);
}
