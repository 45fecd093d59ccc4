using System.Data.Common;

namespace Unit.Tests.Sql;

/// <summary>A failure with a SQLSTATE, as providers tell it.</summary>
internal sealed class StateException(string state) : DbException("It failed.")
{
    public override string SqlState => state;
}
