namespace Connectors.Sql;

/// <summary>What the five characters of SQLSTATE mean, by PostgreSQL's table of codes (appendix A of its manual); the classes are those of the standard.</summary>
internal static class SqlStates
{
    public static SqlFault Of(string state) => state switch
    {
        "23505" => Faults.Duplicate,
        "23503" or "23001" => Faults.ForeignKey,
        "23502" => Faults.NotNull,
        "23514" or "44000" => Faults.Check,
        "23000" => Faults.Integrity,
        "21000" => Faults.Cardinality,
        "23P01" => Faults.Exclusion,
        "P0001" => Faults.Raised,
        "40P01" => Faults.Deadlock,
        "40001" or "40002" or "40000" => Faults.Serialization,
        "40003" => Faults.Lost,
        "55P03" => Faults.Locked,
        "57014" => Faults.Stopped,
        "57P01" or "57P02" or "57P05" => Faults.Lost,
        "57P03" => Faults.Starting,
        "3D000" => Faults.NoDatabase,
        "42501" => Faults.Privilege,
        "53300" => Faults.Crowded,
        "53100" => Faults.DiskFull,
        "25006" => Faults.ReadOnly,
        _ => OfClass(state),
    };

    private static SqlFault OfClass(string state) => state.Length < 2 ? Faults.Server : state[..2] switch
    {
        "08" => Faults.Lost,
        "22" => Faults.Value,
        "23" => Faults.Check,
        "28" => Faults.Access,
        "40" => Faults.Serialization,
        "42" or "26" or "0A" or "3F" => Faults.Statement,
        "54" => Faults.TooLarge,
        _ => Faults.Server,
    };
}
