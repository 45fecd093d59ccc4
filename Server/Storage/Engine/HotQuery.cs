namespace Server.Storage;

/// <summary>A question for one row that is asked many times a second: a database file keeps it prepared with each of its readers, and its columns are read by number.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Names">The names of its values, in their order.</param>
/// <param name="Map">Makes the row of the columns, in the statement's order.</param>
internal sealed record HotQuery<TRow>(string Text, IReadOnlyList<string> Names, Func<IRow, TRow> Map)
    where TRow : class;
