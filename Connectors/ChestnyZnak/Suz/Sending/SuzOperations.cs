namespace Connectors.ChestnyZnak;

/// <summary>What is sent to the order station, by the names of exchange messages.</summary>
internal static class SuzOperations
{
    /// <summary>The purpose of all its messages.</summary>
    public const string Purpose = "Suz";

    public const string Order = "SUZ_ORDER";
    public const string Close = "SUZ_CLOSE";
    public const string Utilisation = "SUZ_UTILISATION";
    public const string Aggregation = "SUZ_AGGREGATION";
    public const string Dropout = "SUZ_DROPOUT";
    public const string Surplus = "SUZ_SURPLUS";

    /// <summary>The method an operation is posted to.</summary>
    public static string PathOf(string operation) => operation switch
    {
        Order => "order",
        Close => "order/close",
        Utilisation => "utilisation",
        Aggregation => "aggregation",
        Dropout => "dropout",
        Surplus => "surplus",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No operation of the order station."),
    };

    /// <summary>The word that its receipts carry.</summary>
    public static string WorkflowOf(string operation) => operation switch
    {
        Order => "ORDER",
        Utilisation => "UTILISATION",
        Aggregation => "AGGREGATION",
        Dropout => "DROPOUT",
        Surplus => "SURPLUS",
        _ => "",
    };

    public static bool IsReport(string operation) => operation is Utilisation or Aggregation or Dropout or Surplus;
}
