using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Classic;

/// <summary>The bridge between the contract's values and the classic object model, for hosts of classic connectors.</summary>
/// <remarks>Thread-safe; keeps nothing of what it is given.</remarks>
public static class ClassicValues
{
    /// <summary>The name under which a record of a model object carries its type, such as <c>Document</c>.</summary>
    public const string KindName = RecordWriter.KindName;

    /// <summary>
    /// Gives a value the type classic connectors expect: whole numbers become <see cref="int"/> where they fit, moments become local
    /// times, records <see cref="UEObject"/> (or the model object their <c>$kind</c> names), tables <see cref="RowCollection"/>.
    /// </summary>
    /// <param name="value">A value of the closed set.</param>
    /// <returns>The classic value.</returns>
    public static object? ToClassic(object? value) => ClassicObjects.From(value);

    /// <summary>Brings what a classic connector returned into the closed set.</summary>
    /// <param name="value">Model objects, rows, data tables, readers, sequences, dictionaries, JSON and XML trees, plain objects.</param>
    /// <returns>The value; model objects as records with <see cref="KindName"/>.</returns>
    /// <exception cref="ConnectorException">It contains itself, is too large, or has no place in the set.</exception>
    public static object? ToContract(object? value) => ContractValues.From(value);

    /// <summary>Makes a table of a value of the closed set: a record is one row, a list of records many, anything else a row with the column <c>Value</c>.</summary>
    /// <param name="value">A value of the closed set.</param>
    /// <returns>The table; null stays null.</returns>
    public static ConnectorTable? ToTable(object? value) => ContractTables.Forced(value);

    /// <summary>Reads a model object from a record, by the names of either platform generation.</summary>
    /// <typeparam name="T">The model type, such as <see cref="Document"/>.</typeparam>
    /// <param name="record">The record.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ConnectorException">A value does not fit its property.</exception>
    public static T Read<T>(ConnectorRecord record)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(record);
        return RecordReader.Read<T>(record);
    }
}
