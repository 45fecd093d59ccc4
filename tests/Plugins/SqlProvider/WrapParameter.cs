using System.Data;
using Microsoft.Data.Sqlite;

namespace SqlProvider;

/// <summary>A parameter that may go out, which SQLite's own cannot.</summary>
public sealed class WrapParameter : SqliteParameter
{
    public override ParameterDirection Direction { get; set; } = ParameterDirection.Input;
}
